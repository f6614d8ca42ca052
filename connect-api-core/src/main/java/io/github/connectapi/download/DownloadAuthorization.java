package io.github.connectapi.download;

import org.jspecify.annotations.Nullable;

/**
 * Authorization to download an image or a video at the expense of one product offering.
 * Pass its token to {@link CreateDownloadRequest#of(String...)}. Implemented by the
 * results of the library.
 */
public interface DownloadAuthorization {

	/**
	 * Return the token that authorizes the download. Anyone who knows it and has a
	 * session of the customer can download at the expense of the customer.
	 * @return the token; null if the server returned none
	 */
	@Nullable String downloadToken();

	/**
	 * Return the id of the product offering.
	 * @return the id; null if the customer can have only one offering of this type
	 */
	@Nullable String productOfferingInstanceId();

	/**
	 * Return the type of the product offering.
	 * @return the type, for instance {@code EasyAccess}; null if the server returned none
	 */
	@Nullable String productOfferingType();

}
