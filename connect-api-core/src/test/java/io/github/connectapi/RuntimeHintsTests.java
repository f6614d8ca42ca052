package io.github.connectapi;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.ReflectionHintsPredicates;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.AotServices;

import io.github.connectapi.download.CreateDownloadRequest;
import io.github.connectapi.download.CreateDownloadRequestResult;
import io.github.connectapi.search.Image;
import io.github.connectapi.search.SearchForImages;
import io.github.connectapi.search.SearchForImagesResult;

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

	@ParameterizedTest
	@ValueSource(classes = { SearchForImages.class, SearchForImages.Query.class, SearchForImages.Filter.class,
			SearchForImages.ResultOptions.class, SearchForImagesResult.class, Image.class, CreateDownloadRequest.class,
			CreateDownloadRequest.Item.class, CreateDownloadRequestResult.class,
			CreateDownloadRequestResult.DownloadUrl.class })
	void whenATypeIsBoundThenItsConstructorsAndComponentsAreHinted(Class<?> type) {
		assertThat(this.reflection.onType(type).withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS))
			.accepts(this.hints);
		for (RecordComponent component : type.getRecordComponents()) {
			assertThat(this.reflection.onMethodInvocation(component.getAccessor())).accepts(this.hints);
		}
	}

}
