package io.github.connectapi.license;

import java.time.Duration;

/**
 * Settings for downloads.
 *
 * @param maxFileSize the maximum size of a file in bytes
 * @param progressTimeout the maximum time without a byte
 * @param backoff the time before the first attempt to resume, which doubles
 */
record DownloadSettings(long maxFileSize, Duration progressTimeout, Duration backoff) {
}
