package io.github.connectapi.license;

/**
 * Listener for the ends of downloads. It is called once for each download, by the thread
 * that downloaded, before the result is returned. What it throws does not affect the
 * download, and the first exception is logged. Must be thread-safe.
 */
@FunctionalInterface
public interface DownloadEventListener {

	/**
	 * React to the end of a download.
	 * @param event the event
	 */
	void onDownload(DownloadEvent event);

}
