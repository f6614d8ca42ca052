package io.github.connectapi.download;

import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.typed.OperationFixture;

import static io.github.connectapi.typed.DocumentedFields.assertFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Typed form of GetPreviousDownloads, compared with its page.
 */
class GetPreviousDownloadsTests {

	private final OperationFixture operation = new OperationFixture(ConnectOperations.GET_PREVIOUS_DOWNLOADS);

	@AfterEach
	void close() {
		this.operation.close();
	}

	@Test
	void whenTheRequestIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(GetPreviousDownloads.class, """
				Integer ItemCount ItemStartNumber
				Object Filter
				""");
		assertFields(GetPreviousDownloads.Filter.class, """
				Object DateRange
				String ProductOffering
				""");
		assertFields(GetPreviousDownloads.DateRange.class, """
				Date StartDate EndDate
				""");
	}

	@Test
	void whenTheResultIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(GetPreviousDownloadsResult.class, """
				Collection PreviousDownloads
				Integer ItemCount ItemStartNumber ItemTotalCount
				""");
		assertFields(GetPreviousDownloadsResult.PreviousDownload.class, """
				String AssetId UrlThumb/ThumbnailImageUrl ProductOffering
				Date DateDownloaded
				""");
	}

	@Test
	void whenAllOptionsAreSetThenTheyAreSent() {
		this.operation.assertRequest(GetPreviousDownloads.ofPage(1, 25)
			.withDates(Instant.parse("2015-01-31T12:00:00.9Z"), Instant.parse("2015-01-31T13:00:00.1Z"))
			.withProductOffering("EasyAccess")
			.withPage(26, 50), """
					{"ItemCount":50,"ItemStartNumber":26,"Filter":{"ProductOffering":"EasyAccess",
					"DateRange":{"StartDate":"2015-01-31T12:00:00Z","EndDate":"2015-01-31T13:00:01Z"}}}""");
	}

	@Test
	void whenTheDatesAreSetLastThenTheProductOfferingRemains() {
		Instant date = Instant.parse("2015-01-31T12:00:00Z");
		GetPreviousDownloads request = GetPreviousDownloads.ofPage(1, 25)
			.withProductOffering("All")
			.withDates(date, date);
		assertThat(request.filter())
			.isEqualTo(new GetPreviousDownloads.Filter(new GetPreviousDownloads.DateRange(date, date), "All"));
	}

	@Test
	void whenAPageIsInvalidThenItIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> GetPreviousDownloads.ofPage(0, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> GetPreviousDownloads.ofPage(1, 0));
	}

	@Test
	void whenTheResultHasAllFieldsThenTheyAreRead() {
		this.operation.assertResult(GetPreviousDownloads.ofPage(1, 25), """
				{"PreviousDownloads":[{"AssetId":"1","DateDownloaded":"2015-01-31T12:00:00Z","UrlThumb":"a",
				"ProductOffering":"EasyAccess"}],"ItemCount":1,"ItemStartNumber":1,"ItemTotalCount":1}""",
				GetPreviousDownloadsResult.class);
	}

	@Test
	void whenTheThumbnailHasTheNameOfTheExampleThenItIsRead() {
		GetPreviousDownloadsResult result = this.operation.read(GetPreviousDownloads.ofPage(1, 25), """
				{"PreviousDownloads":[{"ThumbnailImageUrl":"a"}],"ItemTotalCount":"1"}""",
				GetPreviousDownloadsResult.class);
		assertThat(result.previousDownloads().get(0).urlThumb()).isEqualTo("a");
		assertThat(result.itemTotalCount()).isOne();
	}

}
