package io.github.connectapi.usage;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectStatus;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;

/**
 * Reports usages so that each report is recorded once. Thread-safe.
 * <p>
 * Unlike a plain call of {@code ReportUsage}, a report is repeated when its outcome is
 * unknown. This is safe, because each attempt has the same transaction id: the server
 * records it once and then returns {@code TransactionIdDuplicate}.
 */
public final class UsageReporter {

	private static final String DUPLICATE = "TransactionIdDuplicate";

	private static final ConnectOperation REPEATABLE = ConnectOperations.REPORT_USAGE.idempotent();

	private final ConnectApi connect;

	/**
	 * Create a reporter.
	 * @param connect the API that calls {@code ReportUsage}
	 */
	public UsageReporter(ConnectApi connect) {
		this.connect = connect;
	}

	/**
	 * Report usages. If this fails with an exception of the library that is
	 * {@linkplain io.github.connectapi.ConnectApiException#isTransient() transient},
	 * report the same request again later, also after a restart.
	 * @param usage the usages with their transaction id
	 * @return the recorded report
	 * @throws ConnectOperationException if the server recorded nothing, for instance with
	 * the code {@code InvalidAssets}; correct the usages and report them with a new
	 * transaction id
	 */
	public RecordedUsage report(ReportUsage usage) {
		ConnectRequest request = ConnectRequest.of(REPEATABLE, usage);
		try {
			ConnectResponse<ReportUsageResult> response = this.connect.exchange(request, ReportUsageResult.class);
			return recorded(usage, response.statuses(), response.result().totalAssetUsagesProcessed());
		}
		catch (ConnectProtocolException ex) {
			// Whether it was recorded is in the status of another attempt.
			return recorded(usage, this.connect.exchange(request, Void.class).statuses(), null);
		}
		catch (ConnectOperationException ex) {
			if (ex.code().filter(DUPLICATE::equals).isPresent()) {
				return new RecordedUsage(usage.transactionId(), true, null);
			}
			throw ex;
		}
	}

	private static RecordedUsage recorded(ReportUsage usage, List<ConnectStatus> statuses, @Nullable Integer total) {
		boolean before = statuses.stream().anyMatch((status) -> status.code().equals(DUPLICATE));
		return new RecordedUsage(usage.transactionId(), before, before ? null : total);
	}

}
