package io.github.connectapi.test.download;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageSize;
import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.catalog.Video;
import io.github.connectapi.test.file.AssetFiles;
import io.github.connectapi.test.file.FileRequest;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.operation.Operation;
import io.github.connectapi.test.operation.OperationRequest;
import io.github.connectapi.test.operation.Operations;
import io.github.connectapi.test.operation.TokenStore;
import io.github.connectapi.test.server.FakeResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class VideoDownloadTests {

	private static final Video VIDEO = Catalog.get().videos().get(0);

	private static final String BASE_URL = "http://127.0.0.1:1";

	private final DownloadOperations downloads = new DownloadOperations(InstantSource.system(), new IdFiles());

	private final TokenStore tokens = new TokenStore(InstantSource.system(), 30);

	private final Operations operations = new Operations(this.downloads.all(), this.tokens, false);

	private final @Nullable String session = this.tokens.issuePair("user", null).secureToken();

	@Test
	void whenTokenIsForVideoThenItemHasAssetIdAndUrlOfFile() {
		JsonNode item = buy(this.downloads.tokens().tokenFor("user", VIDEO, Offering.EASY_ACCESS));
		assertThat(item.propertyNames()).containsExactly("AssetId", "SizeName", "Status", "UrlAttachment");
		assertThat(item.path("AssetId").asString()).isEqualTo(VIDEO.id());
		String path = item.path("UrlAttachment").asString().substring(BASE_URL.length());
		Optional<FakeResponse> file = this.downloads.files()
			.find(new FileRequest("http://127.0.0.1:1", path, Map.of()));
		assertThat(file.orElseThrow().body()).asString().isEqualTo(VIDEO.id());
	}

	@Test
	void whenOfferingIsNotEasyAccessThenThereIsNoAccess() {
		JsonNode item = buy(this.downloads.tokens().tokenFor("user", VIDEO, Offering.PREMIUM_ACCESS));
		assertThat(item.path("Status").asString()).isEqualTo("NoAccess");
		assertThat(this.downloads.downloadsUsed()).isZero();
	}

	@Test
	void whenVideoWasWithdrawnThenItIsUnavailable() {
		this.downloads.withdrawals().withdraw(VIDEO.id());
		JsonNode item = buy(this.downloads.tokens().tokenFor("user", VIDEO, Offering.EASY_ACCESS));
		assertThat(item.path("Status").asString()).isEqualTo("Unavailable");
	}

	@Test
	void whenVideoHasConstraintThenThereIsNoAccess() {
		Video constrained = Catalog.get()
			.videos()
			.stream()
			.filter((video) -> !video.rights().authorizationConstraints().isEmpty())
			.findFirst()
			.orElseThrow();
		JsonNode item = buy(this.downloads.tokens().tokenFor("user", constrained, Offering.EASY_ACCESS));
		assertThat(item.path("Status").asString()).isEqualTo("NoAccess");
		assertThat(this.downloads.downloadsUsed()).isZero();
	}

	@Test
	void whenVideoIsBoughtThenFileIsNamedByItsFormat() {
		JsonNode item = buy(this.downloads.tokens().tokenFor("user", VIDEO, Offering.EASY_ACCESS));
		String path = item.path("UrlAttachment").asString().substring(BASE_URL.length());
		FakeResponse file = this.downloads.files().find(new FileRequest(BASE_URL, path, Map.of())).orElseThrow();
		assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=%s.avi".formatted(VIDEO.id()));
	}

	private JsonNode buy(String downloadToken) {
		Operation operation = this.operations.find("/v1/download/CreateDownloadRequest").orElseThrow();
		ObjectNode json = Json.object();
		json.putObject("RequestHeader").put("Token", this.session);
		json.putObject("CreateDownloadRequestBody")
			.putArray("DownloadItems")
			.addObject()
			.put("DownloadToken", downloadToken);
		FakeResponse response = this.operations.perform(new OperationRequest(operation, json, BASE_URL));
		return Json.MAPPER.readTree(response.body()).at("/CreateDownloadRequestResult/DownloadUrls/0");
	}

	/** Files that contain the id. */
	private static final class IdFiles implements AssetFiles {

		@Override
		public byte[] image(Image image, ImageSize size) {
			return image.id().getBytes();
		}

		@Override
		public byte[] video(Video video) {
			return video.id().getBytes();
		}

	}

}
