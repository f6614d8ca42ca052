package io.github.connectapi.license;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.AbstractResource;

/**
 * File of a license as a resource. Each stream is a download.
 */
final class FileResource extends AbstractResource {

	/** The extension at the end of the path. */
	private static final Pattern EXTENSION = Pattern.compile("^[^?#]*(\\.[A-Za-z0-9]{2,4})([?#].*)?$", Pattern.DOTALL);

	private final License license;

	private final Supplier<Download> downloads;

	FileResource(License license, Supplier<Download> downloads) {
		this.license = license;
		this.downloads = downloads;
	}

	@Override
	public boolean exists() {
		return true;
	}

	@Override
	public long contentLength() {
		return this.license.fileSize().orElse(-1);
	}

	@Override
	public String getFilename() {
		Matcher extension = EXTENSION.matcher(this.license.fileAddress().reveal());
		return this.license.assetId() + (extension.matches() ? extension.group(1) : "");
	}

	@Override
	public String getDescription() {
		return "licensed file of asset %s".formatted(this.license.assetId());
	}

	@Override
	public InputStream getInputStream() throws IOException {
		try {
			Download download = this.downloads.get();
			download.open();
			return new Stream(download);
		}
		catch (ConnectDownloadException ex) {
			throw toIOException(ex);
		}
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof FileResource resource && this.license.equals(resource.license);
	}

	@Override
	public int hashCode() {
		return this.license.hashCode();
	}

	private static IOException toIOException(ConnectDownloadException ex) {
		return new IOException(ex.getMessage(), ex);
	}

	/**
	 * Download whose report ends when the file is complete, closed or failed.
	 */
	static final class Download implements Closeable {

		private final FileSource source;

		private final DownloadReporter.Report report;

		private boolean ended;

		Download(FileSource source, DownloadReporter.Report report) {
			this.source = report.of(source);
			this.report = report;
		}

		void open() {
			execute(() -> {
				this.source.open();
				return 0;
			});
		}

		int read(byte[] buffer) {
			if (this.ended) {
				return -1;
			}
			int count = execute(() -> this.source.read(buffer));
			if (count < 0) {
				end(null);
			}
			return count;
		}

		/** End without having read the rest, if there is one. */
		@Override
		public void close() {
			boolean complete = this.source.total().orElse(-1) == this.source.position();
			end(complete ? null : this.source.canceled());
		}

		private void end(@Nullable Throwable failure) {
			if (!this.ended) {
				this.ended = true;
				this.source.close();
				if (failure != null) {
					this.report.fail(failure);
				}
				else {
					this.report.close();
				}
			}
		}

		private int execute(Supplier<Integer> action) {
			try {
				return action.get();
			}
			catch (RuntimeException | Error ex) {
				end(ex);
				throw ex;
			}
		}

	}

	private static final class Stream extends InputStream {

		private final Download download;

		private byte[] buffer = new byte[16 * 1024];

		private int next;

		private int limit;

		private boolean closed;

		Stream(Download download) {
			this.download = download;
		}

		@Override
		public int read() throws IOException {
			return fill() ? this.buffer[this.next++] & 0xff : -1;
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			if (length == 0) {
				return 0;
			}
			if (!fill()) {
				return -1;
			}
			int count = Math.min(length, this.limit - this.next);
			System.arraycopy(this.buffer, this.next, bytes, offset, count);
			this.next += count;
			return count;
		}

		@Override
		public void close() {
			this.closed = true;
			this.buffer = new byte[0];
			this.download.close();
		}

		/** Return whether there are bytes. */
		private boolean fill() throws IOException {
			if (this.closed) {
				throw new IOException("the stream is closed");
			}
			while (this.next == this.limit) {
				try {
					this.next = 0;
					this.limit = 0;
					int count = this.download.read(this.buffer);
					if (count < 0) {
						return false;
					}
					this.limit = count;
				}
				catch (ConnectDownloadException ex) {
					throw toIOException(ex);
				}
			}
			return true;
		}

	}

}
