package io.github.connectapi.test;

import java.util.List;
import java.util.Map;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class IssuedDownloadTokenTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final RawClient client = new RawClient(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenTokenIsIssuedThenItsDownloadIsAccepted() throws Exception {
		String downloadToken = this.server.issueDownloadToken("90000001");
		assertThat(download(downloadToken).path("Status").asString()).isEqualTo("Success");
		assertThat(download(downloadToken).path("ImageId").asString()).isEqualTo("90000001");
		assertThat(this.server.downloadsAccepted()).isEqualTo(2);
		assertThat(this.server.downloadsUsed()).as("the second one is free").isOne();
	}

	@Test
	void whenDownloadCannotBeAuthorizedThenTokenIsNotIssued() {
		this.server.accounts().removeOfferings("fake-user");
		for (String imageId : List.of("1", "90000001")) {
			assertThatIllegalArgumentException().isThrownBy(() -> this.server.issueDownloadToken(imageId))
				.withMessage("No download of image '%s' can be authorized for this account".formatted(imageId));
		}
	}

	@Test
	void whenImageCannotBeDownloadedThenTokenIsNotIssued() {
		this.server.withdraw("90000001");
		Image callForImage = Catalog.get()
			.images()
			.stream()
			.filter((image) -> !image.rights().authorizationConstraints().isEmpty()
					&& !image.rights().offerings().isEmpty())
			.findFirst()
			.orElseThrow();
		for (String imageId : List.of("90000001", callForImage.id())) {
			assertThatIllegalArgumentException().isThrownBy(() -> this.server.issueDownloadToken(imageId))
				.withMessage("No download of image '%s' can be authorized for this account".formatted(imageId));
		}
	}

	private JsonNode download(String downloadToken) throws Exception {
		String token = RawClient.token(this.client.createSession(), "SecureToken");
		return this.client
			.call("/v1/download/CreateDownloadRequest", token, "CreateDownloadRequestBody",
					Map.of("DownloadItems", List.of(Map.of("DownloadToken", downloadToken))))
			.at("/CreateDownloadRequestResult/DownloadUrls/0");
	}

}
