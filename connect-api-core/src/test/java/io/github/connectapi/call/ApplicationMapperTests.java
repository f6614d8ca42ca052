package io.github.connectapi.call;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.download.CreateDownloadRequest;
import io.github.connectapi.download.CreateDownloadRequestResult;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.search.Image;
import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The mapper of the application is used for its own types only.
 */
class ApplicationMapperTests {

	/** A mapper whose settings would break every request and result. */
	private static final JsonMapper HOSTILE = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
				DeserializationFeature.UNWRAP_ROOT_VALUE)
		.enable(SerializationFeature.WRAP_ROOT_VALUE)
		.enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(JsonInclude.Include.ALWAYS))
		.activateDefaultTyping(BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build(),
				DefaultTyping.NON_FINAL)
		.addModule(new SimpleModule("text").addDeserializer(String.class, new TextDeserializer()))
		.addModule(new SimpleModule("ids").addSerializer(PictureId.class, new PictureIdSerializer())
			.addDeserializer(PictureId.class, new PictureIdDeserializer()))
		.build();

	private final CallFixture fixture = CallFixture.withClient((client) -> client.jsonMapper(HOSTILE));

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenAModuleHasAValueTypeThenRequestsAndResultsMayHaveIt() {
		respond("{'MainPicture':'p-7','Note':null,'Unknown':1}");
		Picture result = this.fixture.connect.call(ConnectOperations.GET_IMAGE_DETAILS,
				new Picture(new PictureId(7), null), Picture.class);
		assertThat(result).isEqualTo(new Picture(new PictureId(7), null));
		assertThat(request()).hasToString("{\"MainPicture\":\"p-7\"}");
	}

	@Test
	void whenTheResultComesBeforeTheHeaderThenTheModuleAppliesToo() {
		this.fixture.server.enqueue("GetImageDetails", Fault.status(200)
			.body("application/json", json(
					"{'GetImageDetailsResult':{'MainPicture':'p-7'}," + "'ResponseHeader':{'Status':'success'}}")));
		assertThat(this.fixture.connect.call(ConnectOperations.GET_IMAGE_DETAILS, Map.of(), Picture.class))
			.isEqualTo(new Picture(new PictureId(7), null));
	}

	@Test
	void whenAMapHasValuesOfTheApplicationThenTheModuleApplies() {
		respond("{}");
		this.fixture.connect.call(ConnectOperations.GET_IMAGE_DETAILS, Map.of("ImageIds", List.of(new PictureId(7))));
		assertThat(request()).hasToString("{\"ImageIds\":[\"p-7\"]}");
	}

	@Test
	void whenATypeHasAnnotationsThenTheyDecideItsNames() {
		respond("{'image_id':'1','Title':'t'}");
		Annotated result = this.fixture.connect.call(ConnectOperations.GET_IMAGE_DETAILS, new Annotated("1", "t"),
				Annotated.class);
		assertThat(result).isEqualTo(new Annotated("read 1", "read t"));
		assertThat(request()).hasToString("{\"image_id\":\"1\",\"Title\":\"t\"}");
	}

	@Test
	void whenTheApplicationHasSettingsThenTypesOfTheLibraryAreNotAffected() {
		List<Image> images = new ImageSearch(this.fixture.connect).images(new SearchForImages("tree"))
			.limit(1)
			.toList();
		assertThat(images).singleElement().satisfies((image) -> {
			assertThat(image.imageId()).isNotBlank().doesNotStartWith("read");
			assertThat(image.dateCreated()).isInstanceOf(Instant.class);
		});
	}

	@Test
	void whenTheApplicationHasSettingsThenADownloadIsNotAffected() {
		this.fixture.server.enqueue("CreateDownloadRequest",
				Fault.result(json("{'DownloadUrls':[{'ImageId':'1','Status':'success'}],'New':1}")));
		CreateDownloadRequestResult result = this.fixture.connect.call(ConnectOperations.CREATE_DOWNLOAD_REQUEST,
				CreateDownloadRequest.of("token"), CreateDownloadRequestResult.class);
		assertThat(result.downloadUrls().get(0).imageId()).isEqualTo("1");
		assertThat(this.fixture.server.requests("CreateDownloadRequest").get(0).fieldNames())
			.contains("CreateDownloadRequestBody.DownloadItems");
	}

	@Test
	void whenTheApplicationHasSettingsThenTheEnvelopeAndTheSessionAreNotAffected() {
		respond("{}");
		this.fixture.connect.call(ConnectOperations.GET_IMAGE_DETAILS, Map.of());
		assertThat(this.fixture.server.requests("CreateSession").get(0).fieldNames()).contains(
				"CreateSessionRequestBody.SystemId", "CreateSessionRequestBody.UserPassword",
				"RequestHeader.CoordinationId");
		assertThat(this.fixture.server.requests("GetImageDetails").get(0).fieldNames()).contains("RequestHeader.Token",
				"RequestHeader.CoordinationId");
	}

	@Test
	void whenTheApplicationHasSettingsThenDatesHaveTheFormOfTheApi() {
		respond("{'Date':'/Date(0+0100)/'}");
		Dated result = this.fixture.connect.call(ConnectOperations.GET_IMAGE_DETAILS, new Dated(Instant.EPOCH),
				Dated.class);
		assertThat(result.date()).isEqualTo(Instant.EPOCH);
		assertThat(request()).hasToString("{\"Date\":\"1970-01-01T00:00:00Z\"}");
	}

	@Test
	void whenTheResultIsNestedTooDeeplyThenTheLimitApplies() {
		respond("{'Deep':" + "[".repeat(100) + "]".repeat(100) + "}");
		assertThat(CallFixture
			.failure(() -> this.fixture.connect.call(ConnectOperations.GET_IMAGE_DETAILS, Map.of(), JsonNode.class)))
			.isExactlyInstanceOf(ConnectProtocolException.class);
	}

	@Test
	void whenTheResultHasDuplicateKeysThenItIsRejected() {
		this.fixture.server.always("GetImageDetails",
				Fault.status(200)
					.body("application/json", json("{'ResponseHeader':{'Status':'success'},"
							+ "'GetImageDetailsResult':{'MainPicture':'p-7','MainPicture':'p-8'}}")));
		assertThat(CallFixture
			.failure(() -> this.fixture.connect.call(ConnectOperations.GET_IMAGE_DETAILS, Map.of(), Picture.class)))
			.isExactlyInstanceOf(ConnectProtocolException.class);
	}

	@Test
	void whenAClientIsBuiltThenTheMapperOfTheApplicationIsNotChanged() {
		respond("{}");
		this.fixture.connect.call(ConnectOperations.GET_IMAGE_DETAILS, Map.of());
		assertThat(HOSTILE.writeValueAsString(new Dated(Instant.EPOCH))).contains("\"date\"");
	}

	private void respond(String result) {
		this.fixture.server.enqueue("GetImageDetails", Fault.result(json(result)));
	}

	private JsonNode request() {
		return JsonMapper.shared()
			.readTree(this.fixture.server.requests("GetImageDetails").get(0).body())
			.path("GetImageDetailsRequestBody");
	}

	private static String json(String text) {
		return text.replace('\'', '"');
	}

	record PictureId(int number) {
	}

	record Picture(PictureId mainPicture, @Nullable String note) {
	}

	record Dated(Instant date) {
	}

	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Annotated(String imageId, @JsonProperty("Title") String title) {
	}

	private static final class TextDeserializer extends StdDeserializer<String> {

		TextDeserializer() {
			super(String.class);
		}

		@Override
		public String deserialize(JsonParser json, DeserializationContext context) {
			return "read " + json.getString();
		}

	}

	private static final class PictureIdSerializer extends StdSerializer<PictureId> {

		PictureIdSerializer() {
			super(PictureId.class);
		}

		@Override
		public void serialize(PictureId value, JsonGenerator json, SerializationContext context) {
			json.writeString("p-" + value.number());
		}

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
