package io.github.connectapi.download;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Status of an item in the result of {@code CreateDownloadRequest}. The documentation
 * calls a success both {@code Success} and {@code Available}.
 */
public enum DownloadStatus {

	/** The file can be downloaded. */
	SUCCESS,

	/** The customer may not download the image or video. */
	NO_ACCESS,

	/** The image or video is not available. */
	UNAVAILABLE,

	/** The download token has expired. */
	EXPIRED_TOKEN,

	/** The download token is not valid. */
	INVALID_TOKEN,

	/** The server could not create an address of the file. */
	FAILED_TO_GET_DOWNLOAD_URL,

	/** The status is missing or not documented. */
	UNKNOWN;

	/**
	 * Return the constant of a status. Upper and lower case are the same.
	 * @param status the status that the server returned, or null
	 * @return the constant; {@link #UNKNOWN} for null and for a status that is not
	 * documented
	 */
	public static DownloadStatus of(@Nullable String status) {
		return switch ((status != null) ? status.strip().toLowerCase(Locale.ROOT) : "") {
			case "success", "available" -> SUCCESS;
			case "noaccess" -> NO_ACCESS;
			case "unavailable" -> UNAVAILABLE;
			case "expiredtoken", "expireddownloadtoken" -> EXPIRED_TOKEN;
			case "invalidtoken", "invaliddownloadtoken" -> INVALID_TOKEN;
			case "failedtogetdownloadurl" -> FAILED_TO_GET_DOWNLOAD_URL;
			default -> UNKNOWN;
		};
	}

}
