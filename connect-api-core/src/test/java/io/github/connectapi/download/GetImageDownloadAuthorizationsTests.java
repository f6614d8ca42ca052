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
 * Typed form of GetImageDownloadAuthorizations, compared with its page.
 */
class GetImageDownloadAuthorizationsTests {

	private final OperationFixture operation = new OperationFixture(
			ConnectOperations.GET_IMAGE_DOWNLOAD_AUTHORIZATIONS);

	@AfterEach
	void close() {
		this.operation.close();
	}

	@Test
	void whenTheRequestIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(GetImageDownloadAuthorizations.class, """
				Collection ImageSizes
				""");
		assertFields(GetImageDownloadAuthorizations.ImageSize.class, """
				String ImageId SizeKey
				""");
	}

	@Test
	void whenTheResultIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(GetImageDownloadAuthorizationsResult.class, """
				Collection Images
				""");
		assertFields(GetImageDownloadAuthorizationsResult.Image.class, """
				Collection Authorizations
				String ImageId SizeKey Status
				""");
		assertFields(GetImageDownloadAuthorizationsResult.Authorization.class, """
				Boolean DownloadIsFree
				String DownloadToken ProductOfferingInstanceId/InstanceId ProductOfferingType
				Integer DownloadsRemaining
				""");
	}

	@Test
	void whenSeveralSizesAreRequestedThenTheyAreSent() {
		this.operation.assertRequest(GetImageDownloadAuthorizations.of("1", "a").and("2", "b"), """
				{"ImageSizes":[{"ImageId":"1","SizeKey":"a"},{"ImageId":"2","SizeKey":"b"}]}""");
	}

	@Test
	void whenTheResultHasAllFieldsThenTheyAreRead() {
		this.operation.assertResult(GetImageDownloadAuthorizations.of("1", "a"), """
				{"Images":[{"Authorizations":[{"DownloadIsFree":true,"DownloadToken":"b",
				"ProductOfferingInstanceId":"c","ProductOfferingType":"EasyAccess","DownloadsRemaining":7}],
				"ImageId":"1","SizeKey":"a","Status":"Available"}]}""", GetImageDownloadAuthorizationsResult.class);
	}

	@Test
	void whenAResultIsPrintedThenItsDownloadTokensAreNotShown() {
		assertThat(authorization("""
				{"DownloadToken":"canary","ProductOfferingType":"EasyAccess"}""").toString()).contains("EasyAccess")
			.doesNotContain("canary");
	}

	@ParameterizedTest
	@CsvSource({ "true,true", "'\"true\"',true", "false,false", "null,false", "'\"\"',false" })
	void whenADownloadMayBeFreeThenItIsOnlyIfTheServerSaysSo(String json, boolean free) {
		assertThat(authorization("{\"DownloadIsFree\":" + json + "}").downloadIsFree()).isEqualTo(free);
	}

	@Test
	void whenTheProductOfferingHasTheOtherNameThenItIsRead() {
		assertThat(authorization("{\"InstanceId\":4711}").productOfferingInstanceId()).isEqualTo("4711");
	}

	@ParameterizedTest
	@CsvSource({ "Available,AVAILABLE", "success,AVAILABLE", "InvalidSizeKey,INVALID_SIZE_KEY",
			"ImageNotFound,IMAGE_NOT_FOUND", "NoAuthorizations,NO_AUTHORIZATIONS", "Later,UNKNOWN", ",UNKNOWN" })
	void whenAStatusIsReadThenAnUnknownOneIsNoFailure(String status, AuthorizationStatus expected) {
		assertThat(AuthorizationStatus.of(status)).isEqualTo(expected);
	}

	private GetImageDownloadAuthorizationsResult.Authorization authorization(String json) {
		return this.operation
			.read(GetImageDownloadAuthorizations.of("1", "a"), "{\"Images\":[{\"Authorizations\":[" + json + "]}]}",
					GetImageDownloadAuthorizationsResult.class)
			.images()
			.get(0)
			.authorizations()
			.get(0);
	}

}
