package io.github.connectapi.purchase;

import org.jspecify.annotations.Nullable;

/**
 * Product offering that can license an asset. Contains no secret. Only the library
 * creates instances, and applications in their tests; components may be added.
 *
 * @param size the key of the size of an image, or the name of that of a video; null if
 * the server did not return it
 * @param productOfferingType the type, for instance {@code EasyAccess}; null if the
 * server did not return it
 * @param productOfferingInstanceId the id of the instance; null if the customer can have
 * only one of its type
 * @param isFree whether the download consumes no quota; false if that is not known
 * @param downloadsRemaining the remaining downloads; null if there is no limit or if that
 * is not known, as for the largest size and for videos
 */
public record LicenseOption(@Nullable String size, @Nullable String productOfferingType,
		@Nullable String productOfferingInstanceId, boolean isFree, @Nullable Integer downloadsRemaining) {

	/** Return whether the request permits this product offering to pay. */
	boolean matches(String typeOrInstanceId) {
		return typeOrInstanceId.equalsIgnoreCase(this.productOfferingType)
				|| typeOrInstanceId.equals(this.productOfferingInstanceId);
	}

}
