package io.github.connectapi.test.lightbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.connectapi.test.DocumentedFields;
import io.github.connectapi.test.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for CreateLightbox, CreateSharedLightbox, UpdateLightboxHeader and
 * DeleteLightbox.
 */
class LightboxOperationsTests {

	private static final Map<String, String> DETAILS = Map.of("LightboxName", "Trees", "ClientName", "Client",
			"ProjectName", "Project", "Notes", "Notes of the project");

	private final LightboxFixture fixture;

	LightboxOperationsTests() throws Exception {
		this.fixture = new LightboxFixture();
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenLightboxIsCreatedThenItsIdIsReturned() throws Exception {
		JsonNode envelope = this.fixture.call("CreateLightbox", DETAILS);
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		DocumentedFields.of("LightboxId Integer").verify(envelope.path("CreateLightboxResult"));
	}

	@Test
	void whenLightboxIsCreatedThenItHasAllDetails() throws Exception {
		int id = this.fixture.call("CreateLightbox", DETAILS).at("/CreateLightboxResult/LightboxId").asInt();
		JsonNode header = this.fixture.lightbox(id).path("LightboxHeader");
		DETAILS.forEach((name, value) -> assertThat(header.path(name).asString()).isEqualTo(value));
	}

	@Test
	void whenNamesAreEqualThenLightboxesDiffer() throws Exception {
		assertThat(this.fixture.create("Trees")).isNotEqualTo(this.fixture.create("Trees"));
	}

	@Test
	void whenServerIsResetThenThereAreNoLightboxesAndIdsRepeat() throws Exception {
		int first = this.fixture.create("Trees");
		this.fixture.server.reset();
		try (LightboxFixture second = new LightboxFixture()) {
			assertThat(RawClient.code(second.headers())).isEqualTo("LightboxesNotFound");
			assertThat(second.create("Houses")).isEqualTo(first);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "CreateLightbox", "UpdateLightboxHeader" })
	void whenNameIsEmptyThenItIsInvalid(String operation) throws Exception {
		Map<String, ?> arguments = Map.of("LightboxId", this.fixture.create("Trees"), "LightboxName", " ");
		assertThat(RawClient.code(this.fixture.call(operation, arguments))).isEqualTo("InvalidLightboxName");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CreateLightbox", "UpdateLightboxHeader" })
	void whenNameIsMissingThenItIsInvalid(String operation) throws Exception {
		Map<String, ?> arguments = Map.of("LightboxId", this.fixture.create("Trees"));
		assertThat(RawClient.code(this.fixture.call(operation, arguments))).isEqualTo("InvalidLightboxName");
	}

	@Test
	void whenTextIsTooLongThenRequestIsInvalid() throws Exception {
		JsonNode envelope = this.fixture.call("CreateLightbox",
				Map.of("LightboxName", "Trees", "Notes", "a".repeat(1001)));
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.at("/ResponseHeader/StatusList/0/Message").asString())
			.isEqualTo("Notes must have at most 1000 characters.");
	}

	@Test
	void whenThereAreManyLightboxesThenOldestIsRemoved() throws Exception {
		int first = this.fixture.create("first");
		for (int i = 0; i < 1000; i++) {
			this.fixture.create("next");
		}
		assertThat(this.fixture.lightbox(first).isMissingNode()).isTrue();
		assertThat(this.fixture.headers().at("/GetLightboxHeadersResult/TotalLightboxHeaderCount").asInt())
			.isEqualTo(1000);
	}

	@Test
	void whenHeaderIsUpdatedThenAllDetailsAreReplaced() throws Exception {
		int id = this.fixture.call("CreateLightbox", DETAILS).at("/CreateLightboxResult/LightboxId").asInt();
		this.fixture.server.advanceClock(Duration.ofMinutes(1));
		JsonNode envelope = this.fixture.call("UpdateLightboxHeader",
				Map.of("LightboxId", id, "LightboxName", "Houses", "ClientName", "Other", "Notes", ""));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(envelope.propertyNames()).containsExactly("ResponseHeader");
		JsonNode header = this.fixture.lightbox(id).path("LightboxHeader");
		assertThat(List.of("LightboxName", "ClientName", "ProjectName", "Notes"))
			.extracting((name) -> header.path(name).asString())
			.containsExactly("Houses", "Other", "", "");
		assertThat(header.path("DateModified")).isNotEqualTo(header.path("DateCreated"));
	}

	@Test
	void whenLightboxIsDeletedThenItDoesNotExist() throws Exception {
		int id = this.fixture.create("Trees");
		JsonNode envelope = this.fixture.call("DeleteLightbox", Map.of("LightboxId", id));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(envelope.propertyNames()).containsExactly("ResponseHeader");
		assertThat(RawClient.code(this.fixture.call("DeleteLightbox", Map.of("LightboxId", id))))
			.isEqualTo("LightboxIdDoesNotExist");
	}

	@Test
	void whenLightboxIsSharedThenCopyHasItemsAndOwnId() throws Exception {
		int id = this.fixture.createWithItems(LightboxFixture.image(0), LightboxFixture.image(1));
		JsonNode envelope = this.fixture.call("CreateSharedLightbox", Map.of("LightboxId", id));
		DocumentedFields.of("SharedLightboxId Integer").verify(envelope.path("CreateSharedLightboxResult"));
		int sharedId = envelope.at("/CreateSharedLightboxResult/SharedLightboxId").asInt();
		assertThat(sharedId).isNotEqualTo(id);
		assertThat(this.fixture.lightbox(sharedId).at("/LightboxHeader/IsShared").asBoolean()).isTrue();
		assertThat(this.fixture.lightbox(id).at("/LightboxHeader/IsShared").asBoolean()).isFalse();
		assertThat(this.fixture.assetIds(sharedId)).containsExactly(LightboxFixture.image(0), LightboxFixture.image(1));
	}

	@Test
	void whenOriginalChangesThenSharedLightboxDoesNot() throws Exception {
		int id = this.fixture.createWithItems(LightboxFixture.image(0));
		int sharedId = this.fixture.share(id);
		this.fixture.call("DeleteLightbox", Map.of("LightboxId", id));
		assertThat(this.fixture.assetIds(sharedId)).containsExactly(LightboxFixture.image(0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "UpdateLightboxHeader", "CreateLightboxItems", "DeleteLightboxItems" })
	void whenLightboxIsSharedThenItIsReadOnly(String operation) throws Exception {
		int sharedId = this.fixture.share(this.fixture.createWithItems(LightboxFixture.image(0)));
		JsonNode envelope = this.fixture.call(operation, arguments(sharedId));
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.at("/ResponseHeader/StatusList/0/Message").asString())
			.isEqualTo("The lightbox %s is shared and read-only.".formatted(sharedId));
	}

	@ParameterizedTest
	@ValueSource(strings = { "CreateSharedLightbox", "UpdateLightboxHeader", "CreateLightboxItems",
			"DeleteLightboxItems", "DeleteLightbox" })
	void whenLightboxIsOfOtherAccountThenOperationIsNotValid(String operation) throws Exception {
		int id = this.fixture.createWithItems(LightboxFixture.image(0));
		JsonNode before = this.fixture.lightbox(id);
		assertThat(RawClient.code(this.fixture.callAsOther(operation, arguments(id))))
			.isEqualTo("OperationValidOnlyForLightboxOwner");
		assertThat(this.fixture.lightbox(id)).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "CreateSharedLightbox", "UpdateLightboxHeader", "CreateLightboxItems",
			"DeleteLightboxItems", "DeleteLightbox", "GetLightbox" })
	void whenLightboxDoesNotExistThenCodeNamesIt(String operation) throws Exception {
		assertThat(RawClient.code(this.fixture.call(operation, arguments(7)))).isEqualTo("LightboxIdDoesNotExist");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CreateSharedLightbox", "UpdateLightboxHeader", "CreateLightboxItems",
			"DeleteLightboxItems", "DeleteLightbox", "GetLightbox" })
	void whenLightboxIdIsMissingThenRequestIsInvalid(String operation) throws Exception {
		JsonNode envelope = this.fixture.call(operation, Map.of());
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.at("/ResponseHeader/StatusList/0/Message").asString()).isEqualTo("LightboxId is required.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CreateLightbox", "CreateSharedLightbox", "UpdateLightboxHeader", "CreateLightboxItems",
			"DeleteLightboxItems", "GetLightboxHeaders" })
	void whenTokenIsOfApplicationThenItIsNotAccepted(String operation) throws Exception {
		assertThat(RawClient.code(this.fixture.callAsApplication(operation, arguments(7)))).isEqualTo("AUTH-023");
	}

	@Test
	void whenApplicationDeletesLightboxThenItIsNotTheOwner() throws Exception {
		Map<String, ?> arguments = Map.of("LightboxId", this.fixture.create("Trees"));
		assertThat(RawClient.code(this.fixture.callAsApplication("DeleteLightbox", arguments)))
			.isEqualTo("OperationValidOnlyForLightboxOwner");
	}

	private static Map<String, ?> arguments(int id) {
		return Map.of("LightboxId", id, "LightboxName", "Trees", "AssetIds", List.of(LightboxFixture.image(0)),
				"LightboxItemsViewOptions", LightboxFixture.FIRST_PAGE);
	}

}
