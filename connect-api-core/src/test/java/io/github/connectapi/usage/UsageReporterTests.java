package io.github.connectapi.usage;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.ReceivedRequest;
import io.github.connectapi.typed.OperationFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Reports that are repeated until their outcome is known.
 */
class UsageReporterTests {

	private static final ReportUsage USAGE = new ReportUsage("t",
			List.of(new ReportUsage.AssetUsage("90000001", 2, LocalDate.of(2014, 1, 14))));

	private static final String RECORDED = "{\"TotalAssetUsagesProcessed\":2}";

	private final OperationFixture operation = new OperationFixture(ConnectOperations.REPORT_USAGE);

	private final UsageReporter reporter = new UsageReporter(this.operation.connect);

	@AfterEach
	void close() {
		this.operation.close();
	}

	@Test
	void whenTheServerRecordsTheReportThenItsTotalIsReturned() {
		this.operation.respond(RECORDED);
		assertThat(this.reporter.report(USAGE)).isEqualTo(new RecordedUsage("t", false, 2));
	}

	@Test
	void whenTheResponseIsLostThenTheSameReportIsSentAgain() {
		enqueue(Fault.dropResponse(), duplicate());
		assertThat(this.reporter.report(USAGE)).isEqualTo(new RecordedUsage("t", true, null));
		assertThat(this.operation.server.requests("ReportUsage")).extracting(UsageReporterTests::transactionId)
			.containsExactly("t", "t");
	}

	@Test
	void whenTheServerIsOverloadedThenTheReportIsSentAgain() {
		enqueue(Fault.status(503), Fault.result(RECORDED));
		assertThat(this.reporter.report(USAGE)).isEqualTo(new RecordedUsage("t", false, 2));
	}

	@Test
	void whenTheServerDoesNotRespondThenTheReportFails() {
		this.operation.server.always("ReportUsage", Fault.status(503));
		assertThatExceptionOfType(ConnectUnavailableException.class).isThrownBy(() -> this.reporter.report(USAGE));
	}

	@Test
	void whenTheReportWasRecordedBeforeThenItIsNoFailure() {
		enqueue(duplicate());
		assertThat(this.reporter.report(USAGE).recordedBefore()).isTrue();
	}

	@Test
	void whenTheServerReportsADuplicateAsAnErrorThenItIsNoFailure() {
		enqueue(Fault.error("TransactionIdDuplicate", "no"));
		assertThat(this.reporter.report(USAGE)).isEqualTo(new RecordedUsage("t", true, null));
	}

	@Test
	void whenTheResultIsMissingThenAnotherAttemptShowsTheOutcome() {
		enqueue(Fault.result("[]"), duplicate());
		assertThat(this.reporter.report(USAGE)).isEqualTo(new RecordedUsage("t", true, null));
	}

	@Test
	void whenAnAssetIsInvalidThenTheReportFails() {
		enqueue(Fault.error("InvalidAssets", "no"));
		assertThatExceptionOfType(ConnectOperationException.class).isThrownBy(() -> this.reporter.report(USAGE))
			.satisfies((failure) -> assertThat(failure.code()).hasValue("InvalidAssets"));
		assertThat(this.operation.server.count("ReportUsage")).isOne();
	}

	private void enqueue(Fault... faults) {
		this.operation.server.enqueue("ReportUsage", faults);
	}

	private static Fault duplicate() {
		return Fault.warning("TransactionIdDuplicate", "recorded before");
	}

	private static String transactionId(ReceivedRequest request) {
		return JsonMapper.shared().readTree(request.body()).at("/ReportUsageRequestBody/TransactionId").asString();
	}

}
