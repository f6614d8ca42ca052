package io.github.connectapi.account;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.typed.OperationFixture;

import static io.github.connectapi.typed.DocumentedFields.assertFields;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Typed form of GetAllProductOfferings, compared with its page.
 */
class GetAllProductOfferingsTests {

	private final OperationFixture operation = new OperationFixture(ConnectOperations.GET_ALL_PRODUCT_OFFERINGS);

	@AfterEach
	void close() {
		this.operation.close();
	}

	@Test
	void whenTheResultIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(GetAllProductOfferingsResult.class, """
				Collection ProductOfferings
				""");
		assertFields(ProductOffering.class, """
				String ProductOfferingInstanceId ApplicationWebsite ProductOfferingType Name
				String DownloadLimitDuration Status
				Integer DownloadLimit DownloadsRemaining
				Date ExpirationUtc DownloadLimitResetUtc
				""");
	}

	@Test
	void whenTheResultHasAllFieldsThenTheyAreRead() {
		this.operation.assertResult(null, """
				{"ProductOfferings":[{"ProductOfferingInstanceId":"1","ApplicationWebsite":"a",
				"ProductOfferingType":"Subscription","Name":"b","DownloadLimit":25,"DownloadLimitDuration":"Day",
				"Status":"Active","ExpirationUtc":"2015-01-31T12:00:00Z","DownloadsRemaining":7,
				"DownloadLimitResetUtc":"2015-01-30T12:00:00Z"}]}""", GetAllProductOfferingsResult.class);
	}

	@Test
	void whenTheIdIsANumberThenItIsReadLikeThatOfAnAuthorization() {
		this.operation.respond("""
				{"ProductOfferings":[{"ProductOfferingInstanceId":4711,"DownloadsRemaining":3}]}""");
		assertThat(new ProductOfferings(this.operation.connect).royaltyFree()).singleElement().satisfies((offering) -> {
			assertThat(offering.productOfferingInstanceId()).isEqualTo("4711");
			assertThat(offering.downloadsRemaining()).isEqualTo(3);
		});
	}

}
