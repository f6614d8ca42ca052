package io.github.connectapi.integration.json;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application with {@code spring.jackson.*} and a module of its own.
 */
class ApplicationJsonTests {

	private final FakeConnectServer server = FakeConnectServer.start();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenTheApplicationHasItsOwnNamingThenItAppliesToItsOwnApiOnly() {
		application().run((context) -> {
			ConnectApi connect = context.getBean(ConnectApi.class);
			this.server.enqueue("GetImageDetails", Fault.result("{\"ImageId\":\"p-7\",\"New\":1}"));
			Picture picture = connect.call(ConnectOperations.GET_IMAGE_DETAILS, Map.of(), Picture.class);
			assertThat(picture).isEqualTo(new Picture(new PictureId(7)));
			assertThat(context.getBean(JsonMapper.class).writeValueAsString(picture)).contains("image_id");
		});
	}

	@Test
	void whenTheApplicationHasItsOwnNamingThenTypesOfTheLibraryAreNotAffected() {
		application().run((context) -> assertThat(
				new ImageSearch(context.getBean(ConnectApi.class)).page(new SearchForImages("tree")).images())
			.isNotEmpty()
			.allSatisfy((image) -> assertThat(image.imageId()).isNotBlank()));
	}

	private ApplicationContextRunner application() {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, SslAutoConfiguration.class,
					GettyConnectAutoConfiguration.class))
			.withBean("ids", JacksonModule.class,
					() -> new SimpleModule("ids").addDeserializer(PictureId.class, new PictureIdDeserializer()))
			.withPropertyValues("spring.jackson.property-naming-strategy=SNAKE_CASE",
					"spring.jackson.deserialization.fail-on-unknown-properties=true",
					"spring.jackson.default-property-inclusion=always")
			.withPropertyValues(this.server.properties()
				.entrySet()
				.stream()
				.map((entry) -> entry.getKey() + "=" + entry.getValue())
				.toArray(String[]::new));
	}

	record Picture(PictureId imageId) {
	}

	record PictureId(int number) {
	}

	private static final class PictureIdDeserializer extends StdDeserializer<PictureId> {

		PictureIdDeserializer() {
			super(PictureId.class);
		}

		@Override
		public PictureId deserialize(JsonParser json, DeserializationContext context) {
			return new PictureId(Integer.parseInt(json.getString().substring(2)));
		}

	}

}
