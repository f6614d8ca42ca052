package io.github.connectapi.license;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.LogSanitizer;
import io.github.connectapi.UnexpectedFailures;
import io.github.connectapi.license.ConnectDownloadException.Reason;
import io.github.connectapi.observation.ConnectObservationDocumentation;
import io.github.connectapi.observation.ConnectObservations;

/**
 * Reports each download: as an observation, a line in the log and an event.
 */
final class DownloadReporter {

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(FileDownloads.class);

	/** Reasons for which the application is the cause. */
	private static final Set<Reason> ENDED_BY_APPLICATION = Set.of(Reason.CANCELED, Reason.INTERRUPTED, Reason.CLOSED);

	private final ConnectObservations observations;

	private final List<DownloadEventListener> listeners;

	private final LongSupplier nanoTime;

	private final AtomicBoolean listenerFailureLogged = new AtomicBoolean();

	DownloadReporter(ConnectObservations observations, List<DownloadEventListener> listeners, LongSupplier nanoTime) {
		this.observations = observations;
		this.listeners = List.copyOf(listeners);
		this.nanoTime = nanoTime;
	}

	/** Start the report of a download, which ends with one of its methods. */
	Report start(License license) {
		return new Report(license);
	}

	private void publish(DownloadEventListener listener, DownloadEvent event) {
		try {
			listener.onDownload(event);
		}
		catch (RuntimeException | Error ex) {
			if (UnexpectedFailures.isFatal(ex)) {
				throw ex;
			}
			if (!this.listenerFailureLogged.getAndSet(true)) {
				logger.warn(LogMessage.format(
						"Connect download event listener failed; further failures are not logged: error=%s", ex), ex);
			}
		}
	}

	private static void log(DownloadEvent event, @Nullable Throwable failure) {
		String asset = LogSanitizer.sanitize(event.assetId());
		String id = LogSanitizer.sanitize(event.coordinationId());
		long millis = event.duration().toMillis();
		Reason reason = event.reason();
		if (event.complete()) {
			logger.info(LogMessage.format("Connect download: asset=%s coordinationId=%s bytes=%s resumes=%s millis=%s",
					asset, id, event.bytes(), event.resumes(), millis));
		}
		else if (reason != null && ENDED_BY_APPLICATION.contains(reason)) {
			logger.info(LogMessage.format(
					"Connect download ended by the application: asset=%s coordinationId=%s bytes=%s resumes=%s millis=%s reason=%s",
					asset, id, event.bytes(), event.resumes(), millis, reason));
		}
		else {
			String cause = (reason != null || failure == null) ? String.valueOf(reason) : failure.getClass().getName();
			logger.warn(LogMessage.format(
					"Connect download failed: asset=%s coordinationId=%s bytes=%s resumes=%s millis=%s reason=%s",
					asset, id, event.bytes(), event.resumes(), millis, cause));
		}
	}

	/**
	 * Report of one download. Used by one thread.
	 */
	final class Report {

		private final License license;

		private final Consumer<@Nullable Throwable> observation;

		private final long start = DownloadReporter.this.nanoTime.getAsLong();

		private @Nullable FileSource source;

		private Report(License license) {
			this.license = license;
			this.observation = DownloadReporter.this.observations.start(ConnectObservationDocumentation.DOWNLOAD);
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
			ConnectDownloadException download = (failure instanceof ConnectDownloadException known) ? known : null;
			this.observation.accept((download != null) ? download.toObservedException() : failure);
			if (!UnexpectedFailures.isFatal(failure)) {
				report(false, (download != null) ? download.reason() : null, failure);
			}
		}

		private void report(boolean complete, @Nullable Reason reason, @Nullable Throwable failure) {
			FileSource read = this.source;
			Duration duration = Duration.ofNanos(DownloadReporter.this.nanoTime.getAsLong() - this.start);
			DownloadEvent event = new DownloadEvent(this.license.assetId(), this.license.coordinationId(), complete,
					(read != null) ? read.received() : 0, (read != null) ? read.resumes() : 0, duration, reason);
			log(event, failure);
			DownloadReporter.this.listeners.forEach((listener) -> publish(listener, event));
		}

	}

}
