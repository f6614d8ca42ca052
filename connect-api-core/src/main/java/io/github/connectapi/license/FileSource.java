package io.github.connectapi.license;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.license.ConnectDownloadException.Reason;
import io.github.connectapi.transport.TransportResponse;

/**
 * Bytes of a file. After a break they continue where they ended, if the server confirms
 * that the file is unchanged. Used by one thread.
 */
final class FileSource implements Closeable {

	private static final int MAX_RESUMES = 5;

	private static final Duration MAX_BACKOFF = Duration.ofSeconds(8);

	/** Progress after which the breaks are counted anew. */
	private static final long MIN_PROGRESS = 1024 * 1024;

	private static final Set<Reason> BREAKS = Set.of(Reason.CONNECTION, Reason.TIMEOUT, Reason.UNAVAILABLE);

	private final FileRequests requests;

	private final DownloadSettings settings;

	private final CountDownLatch closed;

	private final License license;

	private final @Nullable Consumer<FileVersion> restarts;

	private @Nullable FileVersion version;

	private long position;

	private long received;

	private int resumes;

	private boolean complete;

	private int breaks;

	private long breakPosition;

	private TransportResponse.@Nullable Streamed response;

	/**
	 * Create a source.
	 * @param closed what ends the wait after a break
	 * @param restarts called when the file begins anew; null if the bytes that were read
	 * cannot be taken back
	 */
	FileSource(FileRequests requests, DownloadSettings settings, CountDownLatch closed, License license,
			@Nullable Consumer<FileVersion> restarts) {
		this.requests = requests;
		this.settings = settings;
		this.closed = closed;
		this.license = license;
		this.restarts = restarts;
	}

	/** Continue after bytes that an earlier download left. */
	void resume(FileVersion version, long position) {
		this.version = version;
		this.position = position;
		this.breakPosition = position;
	}

	/** Return the number of bytes before the next one. */
	long position() {
		return this.position;
	}

	/** Return the number of bytes that were received. */
	long received() {
		return this.received;
	}

	/** Return how often the file was continued. */
	int resumes() {
		return this.resumes;
	}

	/** Return whether the last byte was read. */
	boolean isComplete() {
		return this.complete;
	}

	/** Return the size of the file; empty if it is unknown. */
	OptionalLong total() {
		long expected = expected();
		return (expected >= 0) ? OptionalLong.of(expected) : OptionalLong.empty();
	}

	/** Open a response. Does nothing if one is open. */
	void open() {
		requireOpen();
	}

	/**
	 * Read the next bytes.
	 * @return the number of bytes, or -1 at the end of a complete file
	 */
	int read(byte[] buffer) {
		while (true) {
			TransportResponse.Streamed current = requireOpen();
			try {
				int count = read(current, buffer);
				if (count >= 0) {
					advance(count);
					return count;
				}
				requireComplete(current);
				this.complete = true;
				return -1;
			}
			catch (ConnectDownloadException ex) {
				close();
				awaitResume(ex);
			}
		}
	}

	@Override
	public void close() {
		TransportResponse.Streamed current = this.response;
		this.response = null;
		if (current != null) {
			current.close();
		}
	}

	private int read(TransportResponse.Streamed current, byte[] buffer) {
		try {
			return current.read(buffer);
		}
		catch (IOException ex) {
			throw this.requests.translate(this.license, ex);
		}
	}

	private TransportResponse.Streamed requireOpen() {
		TransportResponse.Streamed current = this.response;
		while (current == null) {
			try {
				current = connect();
			}
			catch (ConnectDownloadException ex) {
				awaitResume(ex);
			}
		}
		this.response = current;
		return current;
	}

	/** Return a response that continues at the position, or null to begin anew. */
	private TransportResponse.@Nullable Streamed connect() {
		requireSize(this.license.fileSize().orElse(-1));
		FileVersion known = this.version;
		String validator = (known != null && this.position > 0) ? known.validator() : null;
		TransportResponse.Streamed next = this.requests.send(this.license, this.position, validator);
		boolean accepted = false;
		try {
			FileVersion found = FileVersion.of(next);
			if (next.status() != 200 && !(known != null && known.isContinuedBy(found, this.position))) {
				if (validator == null) {
					throw failure(Reason.REJECTED, "the server sent a part of the file that was not requested");
				}
				// The bytes so far belong to another version.
				this.version = null;
				return null;
			}
			requireLength(found, next);
			if (next.status() == 200) {
				begin(found);
			}
			else {
				this.resumes++;
			}
			accepted = true;
			return next;
		}
		catch (IOException ex) {
			throw this.requests.translate(this.license, ex);
		}
		finally {
			if (!accepted) {
				next.close();
			}
		}
	}

	private void begin(FileVersion found) {
		if (this.restarts != null) {
			this.restarts.accept(found);
		}
		else if (this.position > 0) {
			throw failure(Reason.REJECTED, "the connection broke off, and the server cannot continue the file");
		}
		this.version = found;
		this.position = 0;
	}

	private void requireLength(FileVersion found, TransportResponse.Streamed next) throws IOException {
		OptionalLong announced = this.license.fileSize();
		if (found.total() >= 0 && announced.isPresent() && found.total() != announced.getAsLong()) {
			throw failure(Reason.WRONG_LENGTH, "it has %d bytes on the server, but %d bytes were announced"
				.formatted(found.total(), announced.getAsLong()));
		}
		if (found.total() < 0 && announced.isEmpty() && !next.isEndCertain()) {
			throw failure(Reason.WRONG_LENGTH, "its length is not known, so it cannot be checked");
		}
		requireSize(found.total());
	}

	private void requireSize(long bytes) {
		if (bytes > this.settings.maxFileSize()) {
			throw failure(Reason.TOO_LARGE,
					"it has more than the maximum of %d bytes".formatted(this.settings.maxFileSize()));
		}
	}

	private void advance(int count) {
		this.received += count;
		long next = this.position + count;
		requireSize(next);
		long expected = expected();
		if (expected >= 0 && next > expected) {
			throw failure(Reason.WRONG_LENGTH, "it has more than the announced %d bytes".formatted(expected));
		}
		this.position = next;
	}

	private void requireComplete(TransportResponse.Streamed current) {
		long expected = expected();
		if (expected < 0 || this.position == expected) {
			return;
		}
		FileVersion found = FileVersion.of(current);
		boolean whole = current.status() == 200 && found.total() < 0 && isEndCertain(current);
		throw failure(whole ? Reason.WRONG_LENGTH : Reason.CONNECTION,
				"it ended after %d of %d bytes".formatted(this.position, expected));
	}

	private static boolean isEndCertain(TransportResponse.Streamed current) {
		try {
			return current.isEndCertain();
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Return the size of the server, or else that of the license, or -1. */
	private long expected() {
		FileVersion known = this.version;
		return (known != null && known.total() >= 0) ? known.total() : this.license.fileSize().orElse(-1);
	}

	/** Wait before the next attempt, or throw the failure if there is none. */
	private void awaitResume(ConnectDownloadException failure) {
		if (!BREAKS.contains(failure.reason())) {
			throw failure;
		}
		if (this.position - this.breakPosition >= MIN_PROGRESS) {
			this.breaks = 0;
		}
		// The highest position, because beginning anew is no progress.
		this.breakPosition = Math.max(this.breakPosition, this.position);
		if (this.breaks >= MAX_RESUMES) {
			throw failure;
		}
		long nanos = this.settings.backoff().toNanos() << this.breaks;
		this.breaks++;
		try {
			if (this.closed.await(Math.min(nanos, MAX_BACKOFF.toNanos()), TimeUnit.NANOSECONDS)) {
				throw FileRequests.closed(this.license);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw ConnectDownloadException.of(this.license, Reason.INTERRUPTED,
					"its thread was interrupted while it waited to resume", failure);
		}
	}

	private ConnectDownloadException failure(Reason reason, String detail) {
		return ConnectDownloadException.of(this.license, reason, detail, null);
	}

}
