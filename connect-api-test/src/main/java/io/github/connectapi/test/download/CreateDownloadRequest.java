package io.github.connectapi.test.download;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.connectapi.test.operation.Access;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.operation.Operation;
import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.OperationRequest;
import io.github.connectapi.test.operation.OperationResult;
import io.github.connectapi.test.operation.RequestArguments;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * CreateDownloadRequest. Each item has a status of its own. Thread-safe.
 */
final class CreateDownloadRequest {

	private final ProductOfferings offerings;

	private final DownloadTokens tokens;

	private final Withdrawals withdrawals;

	private final Attachments attachments;

	private final Purchases purchases;

	CreateDownloadRequest(ProductOfferings offerings, DownloadTokens tokens, Withdrawals withdrawals,
			Attachments attachments, Purchases purchases) {
		this.offerings = offerings;
		this.tokens = tokens;
		this.withdrawals = withdrawals;
		this.attachments = attachments;
		this.purchases = purchases;
	}

	Operation operation() {
		// By convention the request key would contain "Request" twice.
		return Operation.of("download", "CreateDownloadRequest", Access.SECURE, this::handle)
			.withRequestKey("CreateDownloadRequestBody");
	}

	private OperationResult handle(OperationRequest request) throws OperationErrorException {
		List<String> texts = new ArrayList<>();
		for (RequestArguments item : request.arguments().objects("DownloadItems")) {
			texts.add(item.requiredText("DownloadToken"));
		}
		if (texts.isEmpty()) {
			throw OperationErrorException.invalidRequest("DownloadItems must not be empty.");
		}
		this.offerings.requireActive(request.session().userName());
		String orderId = this.purchases.newOrderId();
		ObjectNode result = Json.object();
		ArrayNode urls = result.putArray("DownloadUrls");
		texts.forEach((text) -> urls.add(url(request, text, orderId)));
		return OperationResult.of(result);
	}

	private ObjectNode url(OperationRequest request, String text, String orderId) {
		Optional<DownloadToken> token = this.tokens.read(text);
		DownloadStatus status = token.map((read) -> accept(request.session().userName(), read, orderId))
			.orElse(DownloadStatus.INVALID_TOKEN);
		String url = token.filter((read) -> status == DownloadStatus.SUCCESS)
			.map((read) -> this.attachments.url(request.baseUrl(), read))
			.orElse(null);
		String idName = token.filter(DownloadToken::isVideo).isPresent() ? "AssetId" : "ImageId";
		return Json.object()
			.put(idName, token.map(DownloadToken::assetId).orElse(null))
			.putNull("SizeName")
			.put("Status", status.wireName())
			.put("UrlAttachment", url);
	}

	private DownloadStatus accept(String userName, DownloadToken token, String orderId) {
		if (!token.userName().equals(userName) || (token.isVideo() && !token.permitsVideo())) {
			return DownloadStatus.NO_ACCESS;
		}
		if (this.tokens.isExpired(token)) {
			return DownloadStatus.EXPIRED_TOKEN;
		}
		if (this.withdrawals.isWithdrawn(token.assetId())) {
			return DownloadStatus.UNAVAILABLE;
		}
		return this.purchases.accept(token, orderId).isPresent() ? DownloadStatus.SUCCESS : DownloadStatus.NO_ACCESS;
	}

}
