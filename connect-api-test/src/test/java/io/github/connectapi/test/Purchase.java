package io.github.connectapi.test;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageSize;
import tools.jackson.databind.JsonNode;

/**
 * The purchase of a file, with all requests that it needs.
 *
 * @param url the address of the file
 * @param size the size that was bought
 */
record Purchase(String url, ImageSize size) {

	static Purchase of(FakeConnectServer server) throws Exception {
		return of(server, server.baseUrl());
	}

	static Purchase of(FakeConnectServer server, String baseUrl) throws Exception {
		RawClient client = new RawClient(server);
		String token = RawClient.token(client.createSession(), "SecureToken");
		Image image = Catalog.get()
			.images()
			.stream()
			.filter((each) -> !each.rights().offerings().isEmpty()
					&& each.rights().authorizationConstraints().isEmpty())
			.findFirst()
			.orElseThrow();
		JsonNode authorization = client
			.call("/v1/download/GetLargestImageDownloadAuthorizations", token,
					"GetLargestImageDownloadAuthorizationsRequestBody",
					Map.of("Images", List.of(Map.of("ImageId", image.id()))))
			.at("/GetLargestImageDownloadAuthorizationsResult/Images/0/Authorizations/0");
		JsonNode download = client
			.call("/v1/download/CreateDownloadRequest", token, "CreateDownloadRequestBody",
					Map.of("DownloadItems",
							List.of(Map.of("DownloadToken", authorization.path("DownloadToken").asString()))))
			.at("/CreateDownloadRequestResult/DownloadUrls/0");
		String url = download.path("UrlAttachment").asString().replace(server.baseUrl(), baseUrl);
		return new Purchase(url, image.size(authorization.path("SizeKey").asString()).orElseThrow());
	}

	HttpResponse<byte[]> get(String... headers) throws Exception {
		return send("GET", headers);
	}

	HttpResponse<byte[]> send(String method, String... headers) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.url))
			.timeout(Duration.ofSeconds(20))
			.method(method, HttpRequest.BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		return RawClient.HTTP.send(request.build(), BodyHandlers.ofByteArray());
	}

}
