package io.github.connectapi.test.search;

import java.util.List;
import java.util.Map;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server and a session. JSON of requests has apostrophes instead of quotation marks.
 */
final class SearchFixture implements AutoCloseable {

	static final String OPTIONS = "'ResultOptions': {'ItemCount': 75, 'ItemStartNumber': 1}";

	final FakeConnectServer server;

	final RawClient client;

	final String token;

	SearchFixture() throws Exception {
		this(FakeConnectServer.builder());
	}

	SearchFixture(FakeConnectServerBuilder builder) throws Exception {
		this.server = builder.https(false).start();
		this.client = new RawClient(this.server);
		this.token = RawClient.token(this.client.createSession(), "Token");
	}

	@Override
	public void close() {
		this.server.close();
	}

	/** Search for images with version 2, for English texts. */
	JsonNode images(String query, String filter) throws Exception {
		return version2("{'Language': 'en-us', 'Query': %s, 'Filter': %s, %s}".formatted(query, filter, OPTIONS));
	}

	JsonNode version2(String arguments) throws Exception {
		return this.client.searchVersion2(this.token, arguments(arguments));
	}

	JsonNode version1(String arguments) throws Exception {
		return call("/v1/search/SearchForImages", "SearchForImages2RequestBody", arguments);
	}

	JsonNode videos(String query, String filter) throws Exception {
		return call("/v1/search/SearchForVideos", "SearchForVideosRequestBody",
				"{'Language': 'en-us', 'Query': %s, 'Filter': %s, %s}".formatted(query, filter, OPTIONS));
	}

	JsonNode call(String path, String key, String arguments) throws Exception {
		return this.client.call(path, this.token, key, arguments(arguments));
	}

	/** Return the images of the catalog that a response contains. */
	static List<Image> found(JsonNode envelope) {
		return envelope.at("/SearchForImagesResult/Images")
			.valueStream()
			.map((image) -> Catalog.get().image(image.path("ImageId").asString()).orElseThrow())
			.toList();
	}

	static int total(JsonNode envelope) {
		return envelope.findValue("ItemTotalCount").asInt();
	}

	static Map<String, Object> arguments(String json) {
		return JsonMapper.shared().readValue(json.replace('\'', '"'), new TypeReference<>() {
		});
	}

}
