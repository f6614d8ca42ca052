package io.github.connectapi;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.ReflectionHintsPredicates;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.AotServices;

import io.github.connectapi.account.GetActiveProductOfferingsResult;
import io.github.connectapi.account.GetAllProductOfferingsResult;
import io.github.connectapi.account.GetPreviousPurchases;
import io.github.connectapi.account.GetPreviousPurchasesResult;
import io.github.connectapi.download.CreateDownloadRequest;
import io.github.connectapi.download.CreateDownloadRequestResult;
import io.github.connectapi.download.GetImageDownloadAuthorizations;
import io.github.connectapi.download.GetImageDownloadAuthorizationsResult;
import io.github.connectapi.download.GetLargestImageDownloadAuthorizations;
import io.github.connectapi.download.GetLargestImageDownloadAuthorizationsResult;
import io.github.connectapi.download.GetPreviousDownloads;
import io.github.connectapi.download.GetPreviousDownloadsResult;
import io.github.connectapi.image.EventDetails;
import io.github.connectapi.image.GetEventDetails;
import io.github.connectapi.image.GetEventDetailsResult;
import io.github.connectapi.image.GetImageDetails;
import io.github.connectapi.image.GetImageDetailsResult;
import io.github.connectapi.image.ImageDetails;
import io.github.connectapi.search.Image;
import io.github.connectapi.search.SearchForImages;
import io.github.connectapi.search.SearchForImagesResult;
import io.github.connectapi.search.SearchForVideos;
import io.github.connectapi.search.SearchForVideosResult;
import io.github.connectapi.usage.ReportUsage;
import io.github.connectapi.usage.ReportUsageResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runtime hints for native images, as Spring finds them in the jar: the types that
 * Jackson writes and reads, and the methods that create virtual threads.
 */
class RuntimeHintsTests {

	private final RuntimeHints hints = new RuntimeHints();

	private final ReflectionHintsPredicates reflection = RuntimeHintsPredicates.reflection();

	@BeforeEach
	void register() {
		AotServices.factories()
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter((registrar) -> registrar.getClass().getName().startsWith("io.github.connectapi."))
			.forEach((registrar) -> registrar.registerHints(this.hints, getClass().getClassLoader()));
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void whenVirtualThreadsExistThenTheirMethodsAreHinted() throws Exception {
		Class<?> builder = Class.forName("java.lang.Thread$Builder$OfVirtual");
		assertThat(this.reflection.onMethodInvocation(Thread.class.getMethod("ofVirtual"))).accepts(this.hints);
		for (Method method : new Method[] { builder.getMethod("inheritInheritableThreadLocals", boolean.class),
				builder.getMethod("name", String.class, long.class), builder.getMethod("factory") }) {
			assertThat(this.reflection.onMethodInvocation(method)).accepts(this.hints);
		}
	}

	static Stream<Class<?>> boundTypes() {
		return Stream
			.of(SearchForImages.class, SearchForImagesResult.class, SearchForVideos.class, SearchForVideosResult.class,
					GetImageDetails.class, GetImageDetailsResult.class, GetEventDetails.class,
					GetEventDetailsResult.class, GetImageDownloadAuthorizations.class,
					GetImageDownloadAuthorizationsResult.class, GetLargestImageDownloadAuthorizations.class,
					GetLargestImageDownloadAuthorizationsResult.class, CreateDownloadRequest.class,
					CreateDownloadRequestResult.class, GetPreviousDownloads.class, GetPreviousDownloadsResult.class,
					GetPreviousPurchases.class, GetPreviousPurchasesResult.class, GetActiveProductOfferingsResult.class,
					GetAllProductOfferingsResult.class, ReportUsage.class, ReportUsageResult.class)
			.flatMap((type) -> Stream.concat(Stream.of(type, Image.class, ImageDetails.class, EventDetails.class),
					Stream.of(type.getDeclaredClasses())))
			.distinct();
	}

	@ParameterizedTest
	@MethodSource("boundTypes")
	void whenATypeIsBoundThenItsConstructorsAndComponentsAreHinted(Class<?> type) {
		assertThat(this.reflection.onType(type).withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS))
			.accepts(this.hints);
		for (RecordComponent component : type.getRecordComponents()) {
			assertThat(this.reflection.onMethodInvocation(component.getAccessor())).accepts(this.hints);
		}
	}

}
