package io.github.connectapi.license;

import java.util.OptionalLong;

/**
 * Progress of a download. Only the library creates instances.
 */
public final class DownloadProgress {

	private final License license;

	private final long bytes;

	private final OptionalLong total;

	private final boolean complete;

	private boolean canceled;

	DownloadProgress(License license, long bytes, OptionalLong total, boolean complete) {
		this.license = license;
		this.bytes = bytes;
		this.total = total;
		this.complete = complete;
	}

	/**
	 * Return the license whose file is downloaded.
	 * @return the license
	 */
	public License license() {
		return this.license;
	}

	/**
	 * Return how much of the file is there, including what an earlier download left. It
	 * is lower than before if the file on the server has changed.
	 * @return the number of bytes
	 */
	public long bytes() {
		return this.bytes;
	}

	/**
	 * Return the size of the file.
	 * @return the number of bytes; empty if neither the server nor the license has it
	 */
	public OptionalLong total() {
		return this.total;
	}

	/**
	 * Return whether the file is complete.
	 * @return true in the last call for a download
	 */
	public boolean isComplete() {
		return this.complete;
	}

	/**
	 * End the download with a {@link ConnectDownloadException} whose reason is
	 * {@link ConnectDownloadException.Reason#CANCELED}. Without effect if the file is
	 * complete. A later download to the same file resumes.
	 */
	public void cancel() {
		this.canceled = true;
	}

	boolean isCanceled() {
		return this.canceled;
	}

	@Override
	public String toString() {
		return "DownloadProgress[assetId=" + this.license.assetId() + ", bytes=" + this.bytes + ", total=" + this.total
				+ ", complete=" + this.complete + "]";
	}

}
