package io.github.connectapi.test.download;

/**
 * The status of an item of CreateDownloadRequest. The documented status
 * {@code FailedToGetDownloadUrl} cannot occur here.
 */
enum DownloadStatus {

	SUCCESS("Success"), INVALID_TOKEN("InvalidToken"), EXPIRED_TOKEN("ExpiredToken"), NO_ACCESS("NoAccess"),
	UNAVAILABLE("Unavailable");

	private final String wireName;

	DownloadStatus(String wireName) {
		this.wireName = wireName;
	}

	/** Return the documented name of this value. */
	String wireName() {
		return this.wireName;
	}

}
