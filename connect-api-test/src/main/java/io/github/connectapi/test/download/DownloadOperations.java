package io.github.connectapi.test.download;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.operation.Access;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.operation.Operation;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.OperationRequest;
import io.github.connectapi.test.operation.OperationResult;
import io.github.connectapi.test.operation.RequestArguments;
import io.github.connectapi.test.search.Picture;
import io.github.connectapi.test.search.PictureCatalog;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * CreateDownloadRequest. Each item of a successful request counts against the quota.
 */
@Internal
public final class DownloadOperations {

	private final AtomicInteger downloadsUsed = new AtomicInteger();

	public List<Operation> all() {
		// By convention the request key would contain "Request" twice.
		return List.of(Operation.of("download", "CreateDownloadRequest", Access.SECURE, this::createDownloadRequest)
			.withRequestKey("CreateDownloadRequestBody"));
	}

	public int downloadsUsed() {
		return this.downloadsUsed.get();
	}

	private OperationResult createDownloadRequest(OperationRequest request) throws OperationErrorException {
		ObjectNode result = Json.object();
		ArrayNode urls = result.putArray("DownloadUrls");
		for (RequestArguments item : request.arguments().objects("DownloadItems")) {
			write(picture(item.requiredText("DownloadToken")), request.baseUrl(), urls.addObject());
		}
		if (urls.isEmpty()) {
			throw OperationErrorException.invalidRequest("DownloadItems must not be empty.");
		}
		this.downloadsUsed.addAndGet(urls.size());
		return OperationResult.of(result);
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
