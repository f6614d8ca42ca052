package io.github.connectapi.test.lightbox;

import java.util.List;
import java.util.Map;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import tools.jackson.databind.JsonNode;

/**
 * A server with two accounts, whose lightboxes tests create.
 */
final class LightboxFixture implements AutoCloseable {

	static final Map<String, Integer> FIRST_PAGE = Map.of("ItemCount", 500, "ItemStartNumber", 1);

	final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final RawClient client = new RawClient(this.server);

	private final String token;

	private final String otherToken;

	LightboxFixture() throws Exception {
		this.server.accounts().add("other", "its-password", null);
		this.token = RawClient.token(this.client.createSession(), "Token");
		this.otherToken = RawClient.token(this.client.createSession("other", "its-password"), "Token");
	}

	JsonNode call(String operation, Map<String, ?> arguments) throws Exception {
		return call(this.token, operation, arguments);
	}

	JsonNode callAsOther(String operation, Map<String, ?> arguments) throws Exception {
		return call(this.otherToken, operation, arguments);
	}

	JsonNode callAsApplication(String operation, Map<String, ?> arguments) throws Exception {
		return call(RawClient.token(this.client.createApplicationSession(), "Token"), operation, arguments);
	}

	private JsonNode call(String token, String operation, Map<String, ?> arguments) throws Exception {
		return this.client.call("/v1/lightbox/" + operation, token, operation + "RequestBody", arguments);
	}

	int create(String name) throws Exception {
		return call("CreateLightbox", Map.of("LightboxName", name)).at("/CreateLightboxResult/LightboxId").asInt();
	}

	int createWithItems(String... assetIds) throws Exception {
		int id = create("Trees");
		call("CreateLightboxItems", Map.of("LightboxId", id, "AssetIds", assetIds));
		return id;
	}

	int share(int id) throws Exception {
		return call("CreateSharedLightbox", Map.of("LightboxId", id)).at("/CreateSharedLightboxResult/SharedLightboxId")
			.asInt();
	}

	JsonNode lightbox(int id) throws Exception {
		return call("GetLightbox", Map.of("LightboxId", id, "LightboxItemsViewOptions", FIRST_PAGE))
			.at("/GetLightboxResult/Lightbox");
	}

	JsonNode headers() throws Exception {
		return call("GetLightboxHeaders", Map.of("ResultsViewOptions", FIRST_PAGE));
	}

	List<String> assetIds(int id) throws Exception {
		return lightbox(id).path("LightboxItems").findValuesAsString("AssetId");
	}

	static String image(int index) {
		List<Image> images = Catalog.get().images();
		return images.get(index).id();
	}

	@Override
	public void close() {
		this.server.close();
	}

}
