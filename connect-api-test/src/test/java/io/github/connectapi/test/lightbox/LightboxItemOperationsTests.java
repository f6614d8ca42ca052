package io.github.connectapi.test.lightbox;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.catalog.Catalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for CreateLightboxItems and DeleteLightboxItems.
 */
class LightboxItemOperationsTests {

	private static final String UNKNOWN = "1";

	private final LightboxFixture fixture;

	LightboxItemOperationsTests() throws Exception {
		this.fixture = new LightboxFixture();
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenItemsAreAddedThenTheyAreInTheirOrder() throws Exception {
		int id = this.fixture.create("Trees");
		String video = Catalog.get().videos().get(0).id();
		JsonNode envelope = this.fixture.call("CreateLightboxItems",
				Map.of("LightboxId", id, "AssetIds", List.of(LightboxFixture.image(3), video)));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(envelope.propertyNames()).containsExactly("ResponseHeader");
		assertThat(this.fixture.assetIds(id)).containsExactly(LightboxFixture.image(3), video);
	}

	@Test
	void whenItemsAreAddedThenLightboxIsModified() throws Exception {
		int id = this.fixture.create("Trees");
		this.fixture.server.advanceClock(Duration.ofMinutes(1));
		add(id, LightboxFixture.image(0));
		JsonNode header = this.fixture.lightbox(id).path("LightboxHeader");
		assertThat(header.path("LightboxItemCount").asString()).isEqualTo("1");
		assertThat(header.path("DateModified")).isNotEqualTo(header.path("DateCreated"));
	}

	@Test
	void whenItemIsInLightboxThenItKeepsItsPosition() throws Exception {
		int id = this.fixture.createWithItems(LightboxFixture.image(0), LightboxFixture.image(1));
		assertThat(RawClient.status(add(id, LightboxFixture.image(0)))).isEqualTo("success");
		assertThat(this.fixture.assetIds(id)).containsExactly(LightboxFixture.image(0), LightboxFixture.image(1));
	}

	@Test
	void whenAssetIdsAreNumbersThenTheyAreAccepted() throws Exception {
		int id = this.fixture.create("Trees");
		this.fixture.call("CreateLightboxItems",
				Map.of("LightboxId", id, "AssetIds", List.of(Long.parseLong(LightboxFixture.image(0)))));
		assertThat(this.fixture.assetIds(id)).containsExactly(LightboxFixture.image(0));
	}

	@Test
	void whenSomeAssetsAreUnknownThenOthersAreAddedWithWarning() throws Exception {
		int id = this.fixture.create("Trees");
		JsonNode envelope = add(id, LightboxFixture.image(0), UNKNOWN);
		assertThat(RawClient.status(envelope)).isEqualTo("warning");
		assertThat(RawClient.code(envelope)).isEqualTo("AssetNotAvailable");
		assertThat(this.fixture.assetIds(id)).containsExactly(LightboxFixture.image(0));
	}

	@Test
	void whenAllAssetsAreUnknownThenRequestFails() throws Exception {
		JsonNode envelope = add(this.fixture.create("Trees"), UNKNOWN);
		assertThat(RawClient.status(envelope)).isEqualTo("error");
		assertThat(RawClient.code(envelope)).isEqualTo("AssetNotAvailable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "abc", "-1", "1.5", "123456789012345678901" })
	void whenAssetIdIsNoIdThenAssetsAreInvalid(String assetId) throws Exception {
		int id = this.fixture.createWithItems(LightboxFixture.image(0));
		assertThat(RawClient.code(add(id, LightboxFixture.image(1), assetId))).isEqualTo("InvalidAssets");
		assertThat(this.fixture.assetIds(id)).containsExactly(LightboxFixture.image(0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "CreateLightboxItems", "DeleteLightboxItems" })
	void whenThereAreMoreThan500AssetsThenMaximumIsExceeded(String operation) throws Exception {
		int id = this.fixture.create("Trees");
		List<String> assetIds = Collections.nCopies(501, LightboxFixture.image(0));
		assertThat(RawClient.code(this.fixture.call(operation, Map.of("LightboxId", id, "AssetIds", assetIds))))
			.isEqualTo("AssetIdListExceedsMaxAllowed");
	}

	@Test
	void whenThereAre500AssetsThenTheyAreAccepted() throws Exception {
		int id = this.fixture.create("Trees");
		String[] assetIds = Collections.nCopies(500, LightboxFixture.image(0)).toArray(String[]::new);
		assertThat(RawClient.status(add(id, assetIds))).isEqualTo("success");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CreateLightboxItems", "DeleteLightboxItems" })
	void whenAssetIdsAreMissingThenRequestIsInvalid(String operation) throws Exception {
		JsonNode envelope = this.fixture.call(operation, Map.of("LightboxId", this.fixture.create("Trees")));
		assertThat(RawClient.code(envelope)).isEqualTo("InvalidRequest");
		assertThat(envelope.at("/ResponseHeader/StatusList/0/Message").asString()).isEqualTo("AssetIds is required.");
	}

	@Test
	void whenItemsAreDeletedThenOthersMoveUp() throws Exception {
		int id = this.fixture.createWithItems(LightboxFixture.image(0), LightboxFixture.image(1));
		JsonNode envelope = delete(id, LightboxFixture.image(0));
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(envelope.propertyNames()).containsExactly("ResponseHeader");
		assertThat(this.fixture.lightbox(id).path("LightboxItems")).singleElement().satisfies((item) -> {
			assertThat(item.path("AssetId").asString()).isEqualTo(LightboxFixture.image(1));
			assertThat(item.path("ItemPosition").asString()).isEqualTo("1");
		});
	}

	@Test
	void whenSomeAssetsAreNotInLightboxThenOthersAreDeletedWithWarning() throws Exception {
		int id = this.fixture.createWithItems(LightboxFixture.image(0));
		JsonNode envelope = delete(id, LightboxFixture.image(0), LightboxFixture.image(1));
		assertThat(RawClient.status(envelope)).isEqualTo("warning");
		assertThat(RawClient.code(envelope)).isEqualTo("AssetNotAvailable");
		assertThat(this.fixture.assetIds(id)).isEmpty();
	}

	@Test
	void whenNoAssetIsInLightboxThenDeletionFails() throws Exception {
		int id = this.fixture.createWithItems(LightboxFixture.image(0));
		assertThat(RawClient.code(delete(id, LightboxFixture.image(1)))).isEqualTo("AssetNotAvailable");
		assertThat(this.fixture.assetIds(id)).containsExactly(LightboxFixture.image(0));
	}

	@Test
	void whenItemsAreAddedByManyThreadsThenAllAreInLightbox() throws Exception {
		int id = this.fixture.create("Trees");
		Stream<String> images = IntStream.range(0, 12).mapToObj(LightboxFixture::image);
		List<JsonNode> envelopes = images.parallel().map((image) -> addUnchecked(id, image)).toList();
		assertThat(envelopes).extracting(RawClient::status).containsOnly("success");
		assertThat(this.fixture.lightbox(id).path("LightboxItems")).hasSize(12)
			.extracting((item) -> item.path("LightboxItemId").asString())
			.doesNotHaveDuplicates();
	}

	private JsonNode addUnchecked(int id, String assetId) {
		try {
			return add(id, assetId);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private JsonNode add(int id, String... assetIds) throws Exception {
		return this.fixture.call("CreateLightboxItems", Map.of("LightboxId", id, "AssetIds", assetIds));
	}

	private JsonNode delete(int id, String... assetIds) throws Exception {
		return this.fixture.call("DeleteLightboxItems", Map.of("LightboxId", id, "AssetIds", assetIds));
	}

}
