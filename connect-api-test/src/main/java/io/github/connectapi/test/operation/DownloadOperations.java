package io.github.connectapi.test.operation;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * CreateDownloadRequest. Each item of a successful request counts against the quota.
 */
final class DownloadOperations {

	private final TokenStore tokens;

	private final AtomicInteger downloadsUsed = new AtomicInteger();

	DownloadOperations(TokenStore tokens) {
		this.tokens = tokens;
	}

	List<Operation> all() {
		String name = "CreateDownloadRequest";
		// By convention the request key would contain "Request" twice.
		return List.of(new Operation(name, "/v1/download/" + name, "CreateDownloadRequestBody", true,
				this::createDownloadRequest));
	}

	int downloadsUsed() {
		return this.downloadsUsed.get();
	}

	private ObjectNode createDownloadRequest(OperationRequest request) throws OperationErrorException {
		this.tokens.require(request.token(), TokenType.SECURE);
		JsonNode items = request.arguments().path("DownloadItems");
		ObjectNode result = Json.object();
		ArrayNode urls = result.putArray("DownloadUrls");
		for (JsonNode item : items) {
			String downloadToken = Json.text(item, "DownloadToken");
			if (downloadToken == null || downloadToken.isBlank()) {
				throw OperationErrorException.invalidRequest("DownloadToken is required.");
			}
			write(picture(downloadToken), request.baseUrl(), urls.addObject());
		}
		if (urls.isEmpty()) {
			throw OperationErrorException.invalidRequest("DownloadItems must not be empty.");
		}
		this.downloadsUsed.addAndGet(urls.size());
		return result;
	}

	/** Return the image whose id ends the download token, or else the first image. */
	private static Picture picture(String downloadToken) {
		return PictureCatalog.ALL.stream()
			.filter((picture) -> downloadToken.endsWith(picture.id()))
			.findFirst()
			.orElse(PictureCatalog.ALL.get(0));
	}

	private static void write(Picture picture, String baseUrl, ObjectNode url) {
		url.put("ImageId", picture.id())
			.put("SizeName", "Large")
			.put("Status", "success")
			.put("UrlAttachment", baseUrl + picture.path("full"));
	}

}
