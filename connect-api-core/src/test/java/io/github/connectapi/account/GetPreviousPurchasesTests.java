package io.github.connectapi.account;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.typed.OperationFixture;

import static io.github.connectapi.typed.DocumentedFields.assertFields;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Typed form of GetPreviousPurchases, compared with its page.
 */
class GetPreviousPurchasesTests {

	private final OperationFixture operation = new OperationFixture(ConnectOperations.GET_PREVIOUS_PURCHASES);

	@AfterEach
	void close() {
		this.operation.close();
	}

	@Test
	void whenTheRequestIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(GetPreviousPurchases.class, """
				Integer ItemCount ItemStartNumber
				String ItemSortType
				Object Filter
				""");
		assertFields(GetPreviousPurchases.Filter.class, """
				String SearchCriteria SearchCriteriaType
				""");
	}

	@Test
	void whenTheResultIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(GetPreviousPurchasesResult.class, """
				Collection PreviousPurchases
				Integer ItemCount ItemStartNumber ItemTotalCount
				""");
		assertFields(GetPreviousPurchasesResult.PreviousPurchase.class, """
				String AssetId OrderId UrlThumb/ThumbnailImageUrl
				Date DatePurchased
				""");
	}

	@Test
	void whenAllOptionsAreSetThenTheyAreSent() {
		this.operation.assertRequest(GetPreviousPurchases.ofPage(1, 25)
			.withSort("OrderDateDescending")
			.withCriteria("OrderId", "7")
			.withPage(26, 50), """
					{"ItemCount":50,"ItemStartNumber":26,"ItemSortType":"OrderDateDescending",
					"Filter":{"SearchCriteria":"7","SearchCriteriaType":"OrderId"}}""");
	}

	@Test
	void whenAPageIsInvalidThenItIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> GetPreviousPurchases.ofPage(0, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> GetPreviousPurchases.ofPage(1, 0));
	}

	@Test
	void whenTheResultHasAllFieldsThenTheyAreRead() {
		this.operation.assertResult(GetPreviousPurchases.ofPage(1, 25), """
				{"PreviousPurchases":[{"AssetId":"1","DatePurchased":"2015-01-31T12:00:00Z","OrderId":"2",
				"UrlThumb":"a"}],"ItemCount":1,"ItemStartNumber":1,"ItemTotalCount":1}""",
				GetPreviousPurchasesResult.class);
	}

}
