package io.github.connectapi.license;

import java.io.Closeable;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.license.ConnectDownloadException.Reason;
import io.github.connectapi.transport.TransportResponse;

/**
 * Bytes of a file. After a break they continue where they ended, if the server confirms
 * that the file is unchanged. Used by one thread.
 */
final class FileSource implements Closeable {

	private final FileRequests requests;

	private final License license;

	private final FileLength length;

	private final Breaks breaks;

	private final @Nullable Consumer<FileVersion> restarts;

	private @Nullable FileVersion version;

	private long position;

	private long received;

	private int resumes;

	private boolean complete;

	private TransportResponse.@Nullable Streamed response;

	/**
	 * Create a source.
	 * @param closed what ends the wait after a break
	 * @param restarts called when the file begins anew; null if the bytes that were read
	 * cannot be taken back
	 */
	FileSource(FileRequests requests, DefaultFileDownloads.Settings settings, CountDownLatch closed, License license,
			@Nullable Consumer<FileVersion> restarts) {
		this.requests = requests;
		this.license = license;
		this.length = new FileLength(license, settings.maxFileSize());
		this.breaks = new Breaks(license, settings.backoff(), closed);
		this.restarts = restarts;
	}

	/** Continue after bytes that an earlier download left. */
	void resume(FileVersion version, long position) {
		this.version = version;
		this.position = position;
		this.breaks.begin(position);
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
		long expected = this.length.expected(this.version);
		return (expected >= 0) ? OptionalLong.of(expected) : OptionalLong.empty();
	}

	/** Return the failure of a reader that ends before the file does. */
	ConnectDownloadException canceled() {
		return ConnectDownloadException.of(this.license, Reason.CANCELED, "its stream was closed before the end", null);
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
				if (count < 0) {
					this.length.requireComplete(this.position, this.version, current);
					this.complete = true;
					return -1;
				}
				this.received += count;
				this.length.requirePossible(this.position + count, this.version);
				this.position += count;
				return count;
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
		this.length.requirePermitted(this.license.fileSize().orElse(-1));
		FileVersion known = this.version;
		String validator = (known != null && this.position > 0) ? known.validator() : null;
		TransportResponse.Streamed next = this.requests.send(this.license, this.position, validator);
		boolean accepted = false;
		try {
			FileVersion found = FileVersion.of(next);
			if (next.status() != 200 && !(known != null && known.isContinuedBy(found, this.position))) {
				if (validator == null) {
					throw ConnectDownloadException.of(this.license, Reason.REJECTED,
							"the server sent a part of the file that was not requested", null);
				}
				forget();
				return null;
			}
			this.length.requireAnnounced(found, next);
			if (next.status() == 200) {
				forget();
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

	/** Forget the version of the bytes so far, because the server has another one. */
	private void forget() {
		this.version = null;
		if (this.restarts == null && this.position > 0) {
			throw ConnectDownloadException.of(this.license, Reason.CONNECTION,
					"the connection broke off, and the server cannot continue the file", null);
		}
	}

	private void begin(FileVersion found) {
		if (this.restarts != null) {
			this.restarts.accept(found);
		}
		this.version = found;
		this.position = 0;
	}

	/** Wait before the next attempt, or throw the failure if there is none. */
	private void awaitResume(ConnectDownloadException failure) {
		boolean continuable = this.version != null && this.version.validator() != null;
		if (this.restarts == null && this.position > 0 && !continuable) {
			throw failure;
		}
		this.breaks.await(failure, this.position);
	}

}
