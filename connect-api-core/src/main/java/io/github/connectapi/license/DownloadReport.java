package io.github.connectapi.license;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.UnexpectedFailures;
import io.github.connectapi.license.ConnectDownloadException.Reason;

/**
 * Report of one download. Used by one thread.
 */
final class DownloadReport {

	private final DownloadReporter reporter;

	private final License license;

	private final Consumer<@Nullable Throwable> observation;

	private final long start;

	private @Nullable FileSource source;

	DownloadReport(DownloadReporter reporter, License license, Consumer<@Nullable Throwable> observation, long start) {
		this.reporter = reporter;
		this.license = license;
		this.observation = observation;
		this.start = start;
	}

	/** Set the source whose bytes are counted, and return it. */
	FileSource of(FileSource source) {
		this.source = source;
		return source;
	}

	/** End after the file is complete. */
	void complete() {
		this.observation.accept(null);
		report(true, null, null);
	}

	/** End after the reader of a stream has closed it. */
	void close() {
		this.observation.accept(null);
		boolean complete = this.source != null && this.source.isComplete();
		report(complete, complete ? null : Reason.CANCELED, null);
	}

	/** End after a failure. */
	void fail(Throwable failure) {
		this.observation.accept(DownloadOutcome.translate(failure));
		if (!UnexpectedFailures.isFatal(failure)) {
			report(false, (failure instanceof ConnectDownloadException download) ? download.reason() : null, failure);
		}
	}

	private void report(boolean complete, @Nullable Reason reason, @Nullable Throwable failure) {
		FileSource read = this.source;
		this.reporter.report(new DownloadEvent(this.license.assetId(), this.license.coordinationId(), complete,
				(read != null) ? read.received() : 0, (read != null) ? read.resumes() : 0,
				this.reporter.since(this.start), reason), failure);
	}

}
