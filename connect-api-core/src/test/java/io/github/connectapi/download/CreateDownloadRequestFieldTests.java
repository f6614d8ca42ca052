package io.github.connectapi.download;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.typed.OperationFixture;

import static io.github.connectapi.typed.DocumentedFields.assertFields;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Typed form of CreateDownloadRequest, compared with its page.
 */
class CreateDownloadRequestFieldTests {

	private final OperationFixture operation = new OperationFixture(ConnectOperations.CREATE_DOWNLOAD_REQUEST);

	@AfterEach
	void close() {
		this.operation.close();
	}

	@Test
	void whenRequestAndResultAreComparedThenTheyHaveExactlyTheDocumentedFields() {
		assertFields(CreateDownloadRequest.class, """
				Collection DownloadItems
				""");
		assertFields(CreateDownloadRequest.Item.class, """
				String DownloadToken
				""");
		assertFields(CreateDownloadRequestResult.class, """
				Collection DownloadUrls
				""");
		assertFields(CreateDownloadRequestResult.DownloadUrl.class, """
				String ImageId/AssetId SizeName/SizeKey Status UrlAttachment
				""");
	}

	@Test
	void whenTheResultHasAllFieldsThenTheyAreRead() {
		this.operation.assertResult(CreateDownloadRequest.of("a"), """
				{"DownloadUrls":[{"ImageId":"1","SizeName":"b","Status":"Success","UrlAttachment":"c"}]}""",
				CreateDownloadRequestResult.class);
	}

	@Test
	void whenAVideoIsDownloadedThenItsIdIsRead() {
		CreateDownloadRequestResult result = this.operation.read(CreateDownloadRequest.of("a"), """
				{"DownloadUrls":[{"AssetId":"1","SizeKey":"b"}]}""", CreateDownloadRequestResult.class);
		assertThat(result.downloadUrls())
			.containsExactly(new CreateDownloadRequestResult.DownloadUrl("1", "b", null, null));
	}

	@ParameterizedTest
	@CsvSource({ "Success,SUCCESS", "Available,SUCCESS", "NoAccess,NO_ACCESS", "unavailable,UNAVAILABLE",
			"ExpiredToken,EXPIRED_TOKEN", "InvalidToken,INVALID_TOKEN",
			"FailedToGetDownloadUrl,FAILED_TO_GET_DOWNLOAD_URL", "Later,UNKNOWN", ",UNKNOWN" })
	void whenAStatusIsReadThenAnUnknownOneIsNoFailure(String status, DownloadStatus expected) {
		assertThat(DownloadStatus.of(status)).isEqualTo(expected);
	}

}
