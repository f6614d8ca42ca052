package io.github.connectapi.test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * CreateDownloadRequest. Each item of a successful request uses up quota.
 */
final class DownloadOperations {

	private final Tokens tokens;

	private final AtomicInteger used = new AtomicInteger();

	DownloadOperations(Tokens tokens) {
		this.tokens = tokens;
	}

	List<Operation> all() {
		String name = "CreateDownloadRequest";
		// By the rule the request key would have "Request" twice.
		return List.of(new Operation(name, "/v1/download/" + name, "CreateDownloadRequestBody", true,
				this::createDownloadRequest));
	}

	int used() {
		return this.used.get();
	}

	private ObjectNode createDownloadRequest(Call call) throws OperationErrorException {
		this.tokens.require(call.token(), TokenKind.SECURE);
		JsonNode items = call.arguments().path("DownloadItems");
		ObjectNode result = Json.object();
		ArrayNode urls = result.putArray("DownloadUrls");
		for (JsonNode item : items) {
			String downloadToken = Json.text(item, "DownloadToken");
			if (downloadToken == null || downloadToken.isBlank()) {
				throw OperationErrorException.invalidRequest("DownloadToken is required.");
			}
			describe(picture(downloadToken), call.baseUrl(), urls.addObject());
		}
		if (urls.isEmpty()) {
			throw OperationErrorException.invalidRequest("DownloadItems must not be empty.");
		}
		this.used.addAndGet(urls.size());
		return result;
	}

	/** Any token is good; one that ends with an image id is good for that image. */
	private static Picture picture(String downloadToken) {
		return Catalogue.ALL.stream()
			.filter((picture) -> downloadToken.endsWith(picture.id()))
			.findFirst()
			.orElse(Catalogue.ALL.get(0));
	}

	private static void describe(Picture picture, String baseUrl, ObjectNode url) {
		url.put("ImageId", picture.id())
			.put("SizeName", "Large")
			.put("Status", "success")
			.put("UrlAttachment", baseUrl + picture.path("full"));
	}

}
