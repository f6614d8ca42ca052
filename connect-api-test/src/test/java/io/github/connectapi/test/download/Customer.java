package io.github.connectapi.test.download;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Offering;
import tools.jackson.databind.JsonNode;

/**
 * A client with a session of one account.
 */
final class Customer {

	private final RawClient client;

	private final String secureToken;

	Customer(FakeConnectServer server) throws Exception {
		this(server, "fake-user", "fake-user-password");
	}

	Customer(FakeConnectServer server, String userName, String password) throws Exception {
		this.client = new RawClient(server);
		this.secureToken = RawClient.token(this.client.createSession(userName, password), "SecureToken");
	}

	static Image image(Predicate<Image> predicate) {
		return images(predicate).get(0);
	}

	static List<Image> images(Predicate<Image> predicate) {
		return Catalog.get().images().stream().filter(predicate).toList();
	}

	/** Return images that this offering authorizes and that are not free. */
	static List<Image> licensable(Offering offering) {
		return images((image) -> image.rights().offerings().contains(offering) && !image.rights().free()
				&& image.rights().authorizationConstraints().isEmpty());
	}

	JsonNode call(String subject, String name, Map<String, ?> arguments) throws Exception {
		String key = name.equals("CreateDownloadRequest") ? "CreateDownloadRequestBody" : name + "RequestBody";
		return this.client.call("/v1/%s/%s".formatted(subject, name), this.secureToken, key, arguments);
	}

	JsonNode authorize(List<Map<String, ?>> imageSizes) throws Exception {
		return call("download", "GetImageDownloadAuthorizations", Map.of("ImageSizes", imageSizes));
	}

	/** Return the entry of an image in its largest size. */
	JsonNode authorize(Image image) throws Exception {
		return authorize(List.of(Map.of("ImageId", image.id(), "SizeKey", image.largestSize().key())))
			.at("/GetImageDownloadAuthorizationsResult/Images/0");
	}

	JsonNode authorization(Image image, Offering offering) throws Exception {
		for (JsonNode authorization : authorize(image).path("Authorizations")) {
			if (authorization.path("ProductOfferingType").asString().equals(offering.wireName())) {
				return authorization;
			}
		}
		throw new AssertionError("%s does not authorize %s".formatted(offering, image));
	}

	String token(Image image, Offering offering) throws Exception {
		return authorization(image, offering).path("DownloadToken").asString();
	}

	JsonNode buy(String... tokens) throws Exception {
		List<Map<String, String>> items = Arrays.stream(tokens).map((token) -> Map.of("DownloadToken", token)).toList();
		return call("download", "CreateDownloadRequest", Map.of("DownloadItems", items));
	}

	/** Return the item of a request with one token. */
	JsonNode item(String token) throws Exception {
		return buy(token).at("/CreateDownloadRequestResult/DownloadUrls/0");
	}

	String status(String token) throws Exception {
		return item(token).path("Status").asString();
	}

}
