package io.github.connectapi.download;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Status of a size of an image in the result of {@code GetImageDownloadAuthorizations}.
 */
public enum AuthorizationStatus {

	/** There is at least one authorization. */
	AVAILABLE,

	/** The image has no such size. */
	INVALID_SIZE_KEY,

	/** The image does not exist. */
	IMAGE_NOT_FOUND,

	/** No product offering of the customer includes the size. */
	NO_AUTHORIZATIONS,

	/** The status is missing or not documented. */
	UNKNOWN;

	/**
	 * Return the constant of a status. Upper and lower case are the same.
	 * @param status the status that the server returned, or null
	 * @return the constant; {@link #UNKNOWN} for null and for a status that is not
	 * documented
	 */
	public static AuthorizationStatus of(@Nullable String status) {
		return switch ((status != null) ? status.strip().toLowerCase(Locale.ROOT) : "") {
			case "available", "success" -> AVAILABLE;
			case "invalidsizekey" -> INVALID_SIZE_KEY;
			case "imagenotfound" -> IMAGE_NOT_FOUND;
			case "noauthorizations" -> NO_AUTHORIZATIONS;
			default -> UNKNOWN;
		};
	}

}
