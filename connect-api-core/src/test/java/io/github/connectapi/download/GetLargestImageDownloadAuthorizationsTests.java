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
 * Typed form of GetLargestImageDownloadAuthorizations, compared with its page.
 */
class GetLargestImageDownloadAuthorizationsTests {

	private final OperationFixture operation = new OperationFixture(
			ConnectOperations.GET_LARGEST_IMAGE_DOWNLOAD_AUTHORIZATIONS);

	@AfterEach
	void close() {
		this.operation.close();
	}

	@Test
	void whenTheRequestIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(GetLargestImageDownloadAuthorizations.class, """
				Collection Images
				""");
		assertFields(GetLargestImageDownloadAuthorizations.Image.class, """
				String ImageId
				""");
	}

	@Test
	void whenTheResultIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(GetLargestImageDownloadAuthorizationsResult.class, """
				Collection Images
				""");
		assertFields(GetLargestImageDownloadAuthorizationsResult.Image.class, """
				Collection Authorizations
				String ImageId
				""");
		assertFields(GetLargestImageDownloadAuthorizationsResult.Authorization.class, """
				Boolean DownloadIsFree
				String DownloadToken ProductOfferingInstanceId/InstanceId ProductOfferingType SizeKey
				""");
	}

	@Test
	void whenSeveralImagesAreRequestedThenTheyAreSent() {
		this.operation.assertRequest(GetLargestImageDownloadAuthorizations.of("1", "2"), """
				{"Images":[{"ImageId":"1"},{"ImageId":"2"}]}""");
	}

	@Test
	void whenTheResultHasAllFieldsThenTheyAreRead() {
		this.operation.assertResult(GetLargestImageDownloadAuthorizations.of("1"), """
				{"Images":[{"Authorizations":[{"DownloadIsFree":false,"DownloadToken":"b",
				"ProductOfferingInstanceId":"c","ProductOfferingType":"EasyAccess","SizeKey":"a"}],"ImageId":"1"}]}""",
				GetLargestImageDownloadAuthorizationsResult.class);
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

	private GetLargestImageDownloadAuthorizationsResult.Authorization authorization(String json) {
		return this.operation
			.read(GetLargestImageDownloadAuthorizations.of("1"), "{\"Images\":[{\"Authorizations\":[" + json + "]}]}",
					GetLargestImageDownloadAuthorizationsResult.class)
			.images()
			.get(0)
			.authorizations()
			.get(0);
	}

}
