package io.github.connectapi.usage;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.typed.OperationFixture;

import static io.github.connectapi.typed.DocumentedFields.assertFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Typed form of ReportUsage, compared with its page.
 */
class ReportUsageTests {

	private static final ReportUsage.AssetUsage USAGE = new ReportUsage.AssetUsage("90000001", 2,
			LocalDate.of(2014, 1, 14));

	private final OperationFixture operation = new OperationFixture(ConnectOperations.REPORT_USAGE);

	@AfterEach
	void close() {
		this.operation.close();
	}

	@Test
	void whenTheRequestIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(ReportUsage.class, """
				String TransactionId
				Collection AssetUsages
				""");
		assertFields(ReportUsage.AssetUsage.class, """
				String AssetId
				Integer Quantity
				Date UsageDate
				""");
	}

	@Test
	void whenTheResultIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(ReportUsageResult.class, """
				Integer TotalAssetUsagesProcessed
				Collection InvalidAssets
				""");
	}

	@Test
	void whenAllValuesAreSetThenTheyAreSent() {
		this.operation.assertRequest(new ReportUsage("t", List.of(USAGE)), """
				{"TransactionId":"t","AssetUsages":[{"AssetId":"90000001","Quantity":2,"UsageDate":"2014-01-14"}]}""");
	}

	@Test
	void whenTheResultHasAllFieldsThenTheyAreRead() {
		this.operation.assertResult(ReportUsage.of(USAGE), """
				{"TotalAssetUsagesProcessed":2,"InvalidAssets":["1"]}""", ReportUsageResult.class);
	}

	@Test
	void whenTwoRequestsAreCreatedThenTheirTransactionIdsDiffer() {
		assertThat(ReportUsage.of(USAGE).transactionId()).isNotEqualTo(ReportUsage.of(USAGE).transactionId());
	}

	@Test
	void whenARequestIsInvalidThenItIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> ReportUsage.of());
		assertThatIllegalArgumentException().isThrownBy(() -> new ReportUsage("t", Collections.nCopies(1001, USAGE)));
		assertThatIllegalArgumentException().isThrownBy(() -> new ReportUsage(" ", List.of(USAGE)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ReportUsage.AssetUsage("1", 0, LocalDate.of(2014, 1, 14)));
	}

}
