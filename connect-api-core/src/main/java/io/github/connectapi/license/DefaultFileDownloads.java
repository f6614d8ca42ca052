package io.github.connectapi.license;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;

import io.github.connectapi.SystemClock;
import io.github.connectapi.license.ConnectDownloadException.Reason;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.transport.Transport;

/**
 * Default implementation of {@link FileDownloads}.
 */
final class DefaultFileDownloads implements FileDownloads {

	/** Large, because a read and a write for each 16 KiB take longer than their bytes. */
	private static final int BUFFER_SIZE = 64 * 1024;

	private final Transport transport;

	private final FileRequests requests;

	private final Settings settings;

	private final DownloadReporter reporter;

	private final LongSupplier nanoTime = SystemClock.nanoTime();

	private final CountDownLatch closed = new CountDownLatch(1);

	private final AtomicBoolean listenerFailureLogged = new AtomicBoolean();

	DefaultFileDownloads(Transport transport, Settings settings, ConnectObservations observations,
			List<DownloadEventListener> listeners) {
		this.transport = transport;
		this.requests = new FileRequests(transport, settings.progressTimeout());
		this.settings = settings;
		this.reporter = new DownloadReporter(observations, listeners, this.nanoTime);
	}

	@Override
	public Path download(License license, Path target, DownloadOptions options) {
		return report(license, (report) -> {
			requireRunning(license);
			try (PartialFile file = PartialFile.open(license, target, options.replacesExisting())) {
				try {
					download(license, file, progress(license, options), report);
				}
				catch (RuntimeException | Error ex) {
					file.abandon(ex);
					throw ex;
				}
			}
			return target;
		});
	}

	@Override
	public long download(License license, OutputStream target, DownloadOptions options) {
		return report(license, (report) -> {
			requireRunning(license);
			ProgressReporter progress = progress(license, options);
			try (FileSource source = report.of(source(license, null))) {
				copy(source, progress, (bytes, length) -> write(license, target, bytes, length));
				progress.complete(source.position());
				return source.position();
			}
		});
	}

	@Override
	public Resource resource(License license) {
		return new FileResource(license, () -> {
			requireRunning(license);
			return new FileResource.Download(source(license, null), this.reporter.start(license));
		});
	}

	@Override
	public void check(Path target, OptionalLong fileSize, DownloadOptions options) {
		if (this.transport.isClosed()) {
			throw ConnectDownloadException.ofCheck(Reason.CLOSED, "the downloads are closed", null);
		}
		if (fileSize.orElse(0) > this.settings.maxFileSize()) {
			throw ConnectDownloadException.ofCheck(Reason.TOO_LARGE,
					"it has more than the maximum of %d bytes".formatted(this.settings.maxFileSize()), null);
		}
		PartialFile.check(target, fileSize, options.replacesExisting());
	}

	@Override
	public void close() {
		this.transport.close();
		this.closed.countDown();
	}

	private void download(License license, PartialFile file, ProgressReporter progress,
			DownloadReporter.Report report) {
		try (FileSource source = report.of(source(license, (version) -> file.begin(license, version)))) {
			PartialVersion left = file.resumable(license);
			long size = (left != null) ? file.size() : 0;
			if (left != null) {
				source.resume(left.toFileVersion(), size);
			}
			// A process may have ended between the last byte and the move.
			if (left == null || size != left.total()) {
				copy(source, progress, file::write);
			}
			file.complete();
			progress.complete(source.position());
		}
	}

	private static void copy(FileSource source, ProgressReporter progress, Target target) {
		byte[] buffer = new byte[BUFFER_SIZE];
		for (int count = source.read(buffer); count >= 0; count = source.read(buffer)) {
			target.write(buffer, count);
			progress.progress(source.position(), source.total());
		}
	}

	private static void write(License license, OutputStream target, byte[] bytes, int length) {
		try {
			target.write(bytes, 0, length);
		}
		catch (IOException ex) {
			boolean interrupted = Thread.currentThread().isInterrupted();
			throw ConnectDownloadException.of(license, interrupted ? Reason.INTERRUPTED : Reason.DISK,
					"the stream cannot be written (%s)".formatted(ex), ex);
		}
	}

	private FileSource source(License license, @Nullable Consumer<FileVersion> restarts) {
		return new FileSource(this.requests, this.settings, this.closed, license, restarts);
	}

	private ProgressReporter progress(License license, DownloadOptions options) {
		return new ProgressReporter(license, options.listener(), this.nanoTime, this.listenerFailureLogged);
	}

	/** Nothing is created or sent by a thread that was interrupted before. */
	private void requireRunning(License license) {
		if (this.transport.isClosed()) {
			throw FileRequests.closed(license);
		}
		if (Thread.currentThread().isInterrupted()) {
			throw ConnectDownloadException.of(license, Reason.INTERRUPTED, "its thread was interrupted before", null);
		}
	}

	private <T> T report(License license, Function<DownloadReporter.Report, T> download) {
		DownloadReporter.Report report = this.reporter.start(license);
		T result;
		try {
			result = download.apply(report);
		}
		catch (RuntimeException | Error ex) {
			report.fail(ex);
			throw ex;
		}
		report.complete();
		return result;
	}

	@FunctionalInterface
	private interface Target {

		void write(byte[] bytes, int length);

	}

	/**
	 * Settings for downloads.
	 *
	 * @param maxFileSize the maximum size of a file in bytes
	 * @param progressTimeout the maximum time without a byte
	 * @param backoff the time before the first attempt to resume, which doubles
	 */
	record Settings(long maxFileSize, Duration progressTimeout, Duration backoff) {
	}

}
