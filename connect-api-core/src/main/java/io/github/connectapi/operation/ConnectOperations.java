package io.github.connectapi.operation;

import java.util.List;

/**
 * Constants for the documented operations of the Connect API, including their deviations
 * from the naming convention. Getty Images documents which token an operation needs and
 * whether it accepts an application session. That read-only operations are idempotent is
 * inferred from their purpose.
 */
public final class ConnectOperations {

	/** Searches images; version 2. */
	public static final ConnectOperation SEARCH_FOR_IMAGES = readOnly("search", "SearchForImages").withVersion(2)
		.allowApplicationSession();

	/** Searches images; version 1, with a different request key. */
	public static final ConnectOperation SEARCH_FOR_IMAGES_V1 = readOnly("search", "SearchForImages")
		.withRequestKey("SearchForImages2RequestBody");

	/** Searches videos. */
	public static final ConnectOperation SEARCH_FOR_VIDEOS = readOnly("search", "SearchForVideos");

	/** Returns details of images. */
	public static final ConnectOperation GET_IMAGE_DETAILS = readOnly("search", "GetImageDetails")
		.allowApplicationSession();

	/** Returns details of events. */
	public static final ConnectOperation GET_EVENT_DETAILS = readOnly("search", "GetEventDetails")
		.allowApplicationSession();

	/** Returns authorizations to download images, by size. */
	public static final ConnectOperation GET_IMAGE_DOWNLOAD_AUTHORIZATIONS = readOnly("download",
			"GetImageDownloadAuthorizations");

	/** Returns authorizations to download images in the largest size. */
	public static final ConnectOperation GET_LARGEST_IMAGE_DOWNLOAD_AUTHORIZATIONS = readOnly("download",
			"GetLargestImageDownloadAuthorizations")
		.allowApplicationSession();

	/** Creates download URLs. Not idempotent: each success consumes quota. */
	public static final ConnectOperation CREATE_DOWNLOAD_REQUEST = ConnectOperation
		.of("download", "CreateDownloadRequest")
		.withRequestKey("CreateDownloadRequestBody")
		.withSecureToken();

	/** Returns previous downloads. */
	public static final ConnectOperation GET_PREVIOUS_DOWNLOADS = readOnly("download", "GetPreviousDownloads")
		.withResultKey("GetPreviousDownloadsResultBody")
		.withSecureToken();

	/** Returns previous purchases. */
	public static final ConnectOperation GET_PREVIOUS_PURCHASES = readOnly("purchase", "GetPreviousPurchases")
		.withResultKey("GetPreviousPurchasesResultBody")
		.withSecureToken();

	/** Creates a lightbox. */
	public static final ConnectOperation CREATE_LIGHTBOX = ConnectOperation.of("lightbox", "CreateLightbox");

	/** Creates a lightbox that other users can see. */
	public static final ConnectOperation CREATE_SHARED_LIGHTBOX = ConnectOperation.of("lightbox",
			"CreateSharedLightbox");

	/** Returns the lightboxes of the user. */
	public static final ConnectOperation GET_LIGHTBOX_HEADERS = readOnly("lightbox", "GetLightboxHeaders");

	/** Returns a lightbox and its items. */
	public static final ConnectOperation GET_LIGHTBOX = readOnly("lightbox", "GetLightbox").allowApplicationSession();

	/** Adds items to a lightbox. */
	public static final ConnectOperation CREATE_LIGHTBOX_ITEMS = withoutResult("lightbox", "CreateLightboxItems");

	/** Removes items from a lightbox. */
	public static final ConnectOperation DELETE_LIGHTBOX_ITEMS = withoutResult("lightbox", "DeleteLightboxItems");

	/** Changes the name or the notes of a lightbox. */
	public static final ConnectOperation UPDATE_LIGHTBOX_HEADER = withoutResult("lightbox", "UpdateLightboxHeader");

	/** Deletes a lightbox. */
	public static final ConnectOperation DELETE_LIGHTBOX = withoutResult("lightbox", "DeleteLightbox");

	/** Creates a customer. */
	public static final ConnectOperation CREATE_CUSTOMER = withoutResult("account", "CreateCustomer")
		.allowApplicationSession();

	/** Returns the countries that the API supports. */
	public static final ConnectOperation GET_COUNTRIES = readOnly("data", "GetCountries").allowApplicationSession();

	/** Returns the product offerings of the user; has no request. */
	public static final ConnectOperation GET_ACTIVE_PRODUCT_OFFERINGS = readOnly("data", "GetActiveProductOfferings")
		.withoutRequest();

	/** Returns all product offerings; has no request. */
	public static final ConnectOperation GET_ALL_PRODUCT_OFFERINGS = readOnly("data", "GetAllProductOfferings")
		.withoutRequest();

	/** Returns the collections; has no request. */
	public static final ConnectOperation GET_COLLECTIONS = readOnly("data", "GetCollections").withoutRequest();

	/**
	 * Returns the asset changes for a partner. Not idempotent: it is unknown whether a
	 * repetition loses changes.
	 */
	public static final ConnectOperation GET_ASSET_CHANGES = ConnectOperation
		.of("partnerassetingestion", "GetAssetChanges")
		.withResultKey("GetAssetChangesResponseBody");

	/** Confirms received asset changes. */
	public static final ConnectOperation CONFIRM_ASSET_CHANGES = ConnectOperation
		.of("partnerassetingestion", "ConfirmAssetChanges")
		.withResultKey("ConfirmAssetChangesResponseBody");

	/** Reports usage. Not idempotent: a repetition may be counted twice. */
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
