package io.github.connectapi.license;

/**
 * Listener for the progress of a download. It is called by the thread that downloads,
 * about ten times a second or for each percent of the file, whichever is more often, and
 * once at the end of a complete download. Its time does not count for the progress
 * timeout. What it throws does not affect the download, and the first exception is
 * logged. To end a download, call {@link DownloadProgress#cancel()} or interrupt its
 * thread.
 */
@FunctionalInterface
public interface DownloadListener {

	/**
	 * React to the progress of a download.
	 * @param progress the progress, only valid during this call
	 */
	void onProgress(DownloadProgress progress);

}
