package io.github.connectapi.license;

import org.jspecify.annotations.Nullable;

/**
 * Options for one download. Immutable.
 */
public final class DownloadOptions {

	private static final DownloadOptions DEFAULTS = new DownloadOptions(false, null);

	private final boolean replacesExisting;

	private final @Nullable DownloadListener listener;

	private DownloadOptions(boolean replacesExisting, @Nullable DownloadListener listener) {
		this.replacesExisting = replacesExisting;
		this.listener = listener;
	}

	/**
	 * Return the default options: an existing file is refused, and there is no listener.
	 * @return the options
	 */
	public static DownloadOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Return options that replace an existing file. It remains until the new one is
	 * complete.
	 * @return the changed options
	 */
	public DownloadOptions replaceExisting() {
		return new DownloadOptions(true, this.listener);
	}

	/**
	 * Return options with a listener for the progress.
	 * @param listener the listener
	 * @return the changed options
	 */
	public DownloadOptions withListener(DownloadListener listener) {
		return new DownloadOptions(this.replacesExisting, listener);
	}

	boolean replacesExisting() {
		return this.replacesExisting;
	}

	@Nullable DownloadListener listener() {
		return this.listener;
	}

	@Override
	public String toString() {
		return "DownloadOptions[replacesExisting=" + this.replacesExisting + ", listener=" + (this.listener != null)
				+ "]";
	}

}
