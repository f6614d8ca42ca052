package io.github.connectapi.autoconfigure;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.junit.FakeConnectExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The mapper of the application reads its own types.
 */
class JsonMapperTests {

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	private final ApplicationContextRunner application = FakeApplication.of(this.server);

	@Test
	void whenThereIsAMapperThenItsMixInsApplyToTypesOfTheApplication() {
		this.application.withBean("own", JsonMapper.class, JsonMapperTests::mapper)
			.run((context) -> assertThat(read(context.getBean(ConnectApi.class))).isEqualTo(new Picture("7")));
	}

	@Test
	void whenThereIsAMapperThenTypesOfTheLibraryAreNotAffected() {
		this.application.withBean("own", JsonMapper.class, JsonMapperTests::mapper)
			.run((context) -> assertThat(
					new ImageSearch(context.getBean(ConnectApi.class)).page(new SearchForImages("tree")).images())
				.isNotEmpty()
				.allSatisfy((image) -> assertThat(image.imageId()).isNotBlank()));
	}

	@Test
	void whenThereAreTwoMappersThenAPlainOneIsUsed() {
		this.application.withBean("first", JsonMapper.class, JsonMapperTests::mapper)
			.withBean("second", JsonMapper.class, JsonMapperTests::mapper)
			.run((context) -> assertThat(read(context.getBean(ConnectApi.class))).isEqualTo(new Picture("8")));
	}

	private Picture read(ConnectApi api) {
		this.server.enqueue("GetImageDetails", Fault.result("{\"Number\":\"7\",\"ImageId\":\"8\"}"));
		return api.call(ConnectOperations.GET_IMAGE_DETAILS, Map.of(), Picture.class);
	}

	private static JsonMapper mapper() {
		return JsonMapper.builder()
			.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
			.addMixIn(Picture.class, PictureNames.class)
			.build();
	}

	record Picture(String imageId) {
	}

	private interface PictureNames {

		@JsonProperty("Number")
		String imageId();

	}

}
