package io.github.connectapi.download;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.operation.ListCopies;

/**
 * Result of {@code GetImageDownloadAuthorizations}. Only the library creates instances;
 * components may be added.
 *
 * @param images one entry for each requested size of an image; may be empty
 */
public record GetImageDownloadAuthorizationsResult(List<Image> images) {

	/**
	 * Create a record with copies of the lists. A missing list is empty.
	 * @param images one entry for each requested size of an image; may be empty
	 */
	public GetImageDownloadAuthorizationsResult {
		images = ListCopies.orEmpty(images);
	}

	/**
	 * Authorizations for one size of an image. Values that the server did not return are
	 * null, and lists are empty then. Only the library creates instances; components may
	 * be added.
	 *
	 * @param authorizations one for each product offering that includes the image
	 * @param imageId the id of the image
	 * @param sizeKey the key of the size
	 * @param status the status, see {@link AuthorizationStatus#of(String)}
	 */
	public record Image(List<Authorization> authorizations, @Nullable String imageId, @Nullable String sizeKey,
			@Nullable String status) {

		/**
		 * Create a record with copies of the lists. A missing list is empty.
		 * @param authorizations one for each product offering that includes the image
		 * @param imageId the id of the image
		 * @param sizeKey the key of the size
		 * @param status the status, see {@link AuthorizationStatus#of(String)}
		 */
		public Image {
			authorizations = ListCopies.orEmpty(authorizations);
		}

	}

	/**
	 * Authorization at the expense of one product offering. Values that the server did
	 * not return are null. Only the library creates instances; components may be added.
	 *
	 * @param downloadIsFree whether the download consumes no quota; false if the server
	 * did not say so
	 * @param downloadToken the token for {@code CreateDownloadRequest}; a secret
	 * @param productOfferingInstanceId the id of the product offering; null if the
	 * customer can have only one of its type
	 * @param productOfferingType the type of the product offering, for instance
	 * {@code EasyAccess}
	 * @param downloadsRemaining the remaining downloads of the product offering; null if
	 * it has no limit
	 */
	public record Authorization(Boolean downloadIsFree, @Nullable String downloadToken,
			@JsonAlias("InstanceId") @Nullable String productOfferingInstanceId, @Nullable String productOfferingType,
			@Nullable Integer downloadsRemaining) implements DownloadAuthorization {

		/**
		 * Create an authorization. Without a value, the download is not free.
		 * @param downloadIsFree whether the download consumes no quota; false if the
		 * server did not say so
		 * @param downloadToken the token for {@code CreateDownloadRequest}; a secret
		 * @param productOfferingInstanceId the id of the product offering; null if the
		 * customer can have only one of its type
		 * @param productOfferingType the type of the product offering, for instance
		 * {@code EasyAccess}
		 * @param downloadsRemaining the remaining downloads of the product offering; null
		 * if it has no limit
		 */
		public Authorization {
			downloadIsFree = Boolean.TRUE.equals(downloadIsFree);
		}

		/** Return a text that does not contain the token. */
		@Override
		public String toString() {
			return "Authorization[downloadIsFree=" + this.downloadIsFree + ", productOfferingInstanceId="
					+ this.productOfferingInstanceId + ", productOfferingType=" + this.productOfferingType
					+ ", downloadsRemaining=" + this.downloadsRemaining + "]";
		}

	}

}
