package io.github.connectapi.operation;

import java.util.List;

/**
 * Constants for the documented operations of the Connect API, including their deviations
 * from the naming convention. Getty Images documents which token an operation needs and
 * whether it accepts an application session. We infer from their purpose that read-only
 * operations are idempotent.
 */
public final class ConnectOperations {

	/** Search for images (version 2). */
	public static final ConnectOperation SEARCH_FOR_IMAGES = readOnly("search", "SearchForImages").withVersion(2)
		.allowApplicationSession();

	/** Search for images (version 1, with a different request key). */
	public static final ConnectOperation SEARCH_FOR_IMAGES_V1 = readOnly("search", "SearchForImages")
		.withRequestKey("SearchForImages2RequestBody");

	/** Search for videos. */
	public static final ConnectOperation SEARCH_FOR_VIDEOS = readOnly("search", "SearchForVideos");

	/** Return details of images. */
	public static final ConnectOperation GET_IMAGE_DETAILS = readOnly("search", "GetImageDetails")
		.allowApplicationSession();

	/** Return details of events. */
	public static final ConnectOperation GET_EVENT_DETAILS = readOnly("search", "GetEventDetails")
		.allowApplicationSession();

	/** Return authorizations to download images, by size. */
	public static final ConnectOperation GET_IMAGE_DOWNLOAD_AUTHORIZATIONS = readOnly("download",
			"GetImageDownloadAuthorizations");

	/** Return authorizations to download images in the largest size. */
	public static final ConnectOperation GET_LARGEST_IMAGE_DOWNLOAD_AUTHORIZATIONS = readOnly("download",
			"GetLargestImageDownloadAuthorizations")
		.allowApplicationSession();

	/** Create download URLs. Not idempotent: each success consumes quota. */
	public static final ConnectOperation CREATE_DOWNLOAD_REQUEST = ConnectOperation
		.of("download", "CreateDownloadRequest")
		.withRequestKey("CreateDownloadRequestBody")
		.withSecureToken();

	/** Return previous downloads. */
	public static final ConnectOperation GET_PREVIOUS_DOWNLOADS = readOnly("download", "GetPreviousDownloads")
		.withResultKey("GetPreviousDownloadsResultBody")
		.withSecureToken();

	/** Return previous purchases. */
	public static final ConnectOperation GET_PREVIOUS_PURCHASES = readOnly("purchase", "GetPreviousPurchases")
		.withResultKey("GetPreviousPurchasesResultBody")
		.withSecureToken();

	/** Create a lightbox. */
	public static final ConnectOperation CREATE_LIGHTBOX = ConnectOperation.of("lightbox", "CreateLightbox");

	/** Create a lightbox that other users can see. */
	public static final ConnectOperation CREATE_SHARED_LIGHTBOX = ConnectOperation.of("lightbox",
			"CreateSharedLightbox");

	/** Return the lightboxes of the user. */
	public static final ConnectOperation GET_LIGHTBOX_HEADERS = readOnly("lightbox", "GetLightboxHeaders");

	/** Return a lightbox and its items. */
	public static final ConnectOperation GET_LIGHTBOX = readOnly("lightbox", "GetLightbox").allowApplicationSession();

	/** Add items to a lightbox. */
	public static final ConnectOperation CREATE_LIGHTBOX_ITEMS = withoutResult("lightbox", "CreateLightboxItems");

	/** Remove items from a lightbox. */
	public static final ConnectOperation DELETE_LIGHTBOX_ITEMS = withoutResult("lightbox", "DeleteLightboxItems");

	/** Change the name or the notes of a lightbox. */
	public static final ConnectOperation UPDATE_LIGHTBOX_HEADER = withoutResult("lightbox", "UpdateLightboxHeader");

	/** Delete a lightbox. */
	public static final ConnectOperation DELETE_LIGHTBOX = withoutResult("lightbox", "DeleteLightbox");

	/** Create a customer. */
	public static final ConnectOperation CREATE_CUSTOMER = withoutResult("account", "CreateCustomer")
		.allowApplicationSession();

	/** Return the countries that the API supports. */
	public static final ConnectOperation GET_COUNTRIES = readOnly("data", "GetCountries").allowApplicationSession();

	/** Return the product offerings of the user (without a request). */
	public static final ConnectOperation GET_ACTIVE_PRODUCT_OFFERINGS = readOnly("data", "GetActiveProductOfferings")
		.withoutRequest();

	/** Return all product offerings (without a request). */
	public static final ConnectOperation GET_ALL_PRODUCT_OFFERINGS = readOnly("data", "GetAllProductOfferings")
		.withoutRequest();

	/** Return the collections (without a request). */
	public static final ConnectOperation GET_COLLECTIONS = readOnly("data", "GetCollections").withoutRequest();

	/**
	 * Return the asset changes for a partner. Not idempotent: it is unknown whether a
	 * repetition loses changes.
	 */
	public static final ConnectOperation GET_ASSET_CHANGES = ConnectOperation
		.of("partnerassetingestion", "GetAssetChanges")
		.withResultKey("GetAssetChangesResponseBody");

	/** Confirm received asset changes. */
	public static final ConnectOperation CONFIRM_ASSET_CHANGES = ConnectOperation
		.of("partnerassetingestion", "ConfirmAssetChanges")
		.withResultKey("ConfirmAssetChangesResponseBody");

	/** Report usage. Not idempotent: a repetition may be counted twice. */
	public static final ConnectOperation REPORT_USAGE = ConnectOperation.of("usage", "ReportUsage")
		.withResultKey("ReportUsageResponseBody");

	private ConnectOperations() {
	}

	/**
	 * Return all operations.
	 * @return the constants of this class, in the order of their declaration
	 */
	public static List<ConnectOperation> all() {
		return List.of(SEARCH_FOR_IMAGES, SEARCH_FOR_IMAGES_V1, SEARCH_FOR_VIDEOS, GET_IMAGE_DETAILS, GET_EVENT_DETAILS,
				GET_IMAGE_DOWNLOAD_AUTHORIZATIONS, GET_LARGEST_IMAGE_DOWNLOAD_AUTHORIZATIONS, CREATE_DOWNLOAD_REQUEST,
				GET_PREVIOUS_DOWNLOADS, GET_PREVIOUS_PURCHASES, CREATE_LIGHTBOX, CREATE_SHARED_LIGHTBOX,
				GET_LIGHTBOX_HEADERS, GET_LIGHTBOX, CREATE_LIGHTBOX_ITEMS, DELETE_LIGHTBOX_ITEMS,
				UPDATE_LIGHTBOX_HEADER, DELETE_LIGHTBOX, CREATE_CUSTOMER, GET_COUNTRIES, GET_ACTIVE_PRODUCT_OFFERINGS,
				GET_ALL_PRODUCT_OFFERINGS, GET_COLLECTIONS, GET_ASSET_CHANGES, CONFIRM_ASSET_CHANGES, REPORT_USAGE);
	}

	private static ConnectOperation readOnly(String area, String name) {
		return ConnectOperation.of(area, name).idempotent();
	}

	private static ConnectOperation withoutResult(String area, String name) {
		return ConnectOperation.of(area, name).withoutResult();
	}

}
