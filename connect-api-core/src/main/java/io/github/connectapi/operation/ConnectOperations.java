package io.github.connectapi.operation;

import java.util.List;

/**
 * The documented operations of the Connect API, with what deviates from its rules. Which
 * token they need, and whether an application session will do, is documented by Getty
 * Images; that those which only read may be repeated is inferred from what they do.
 */
public final class ConnectOperations {

	/** Searches images; version 2. */
	public static final ConnectOperation SEARCH_FOR_IMAGES = reading("search", "SearchForImages").withVersion(2)
		.allowApplicationSession();

	/** Searches images; version 1, whose request is called otherwise. */
	public static final ConnectOperation SEARCH_FOR_IMAGES_V1 = reading("search", "SearchForImages")
		.withRequestKey("SearchForImages2RequestBody");

	/** Searches videos. */
	public static final ConnectOperation SEARCH_FOR_VIDEOS = reading("search", "SearchForVideos");

	/** Details of images. */
	public static final ConnectOperation GET_IMAGE_DETAILS = reading("search", "GetImageDetails")
		.allowApplicationSession();

	/** Details of events. */
	public static final ConnectOperation GET_EVENT_DETAILS = reading("search", "GetEventDetails")
		.allowApplicationSession();

	/** What may be downloaded, by size. */
	public static final ConnectOperation GET_IMAGE_DOWNLOAD_AUTHORIZATIONS = reading("download",
			"GetImageDownloadAuthorizations");

	/** What may be downloaded in the largest size. */
	public static final ConnectOperation GET_LARGEST_IMAGE_DOWNLOAD_AUTHORIZATIONS = reading("download",
			"GetLargestImageDownloadAuthorizations")
		.allowApplicationSession();

	/** Makes download addresses. Each success uses up quota, so it is not repeated. */
	public static final ConnectOperation CREATE_DOWNLOAD_REQUEST = ConnectOperation
		.of("download", "CreateDownloadRequest")
		.withRequestKey("CreateDownloadRequestBody")
		.withSecureToken();

	/** What was downloaded before. */
	public static final ConnectOperation GET_PREVIOUS_DOWNLOADS = reading("download", "GetPreviousDownloads")
		.withResultKey("GetPreviousDownloadsResultBody")
		.withSecureToken();

	/** What was bought before. */
	public static final ConnectOperation GET_PREVIOUS_PURCHASES = reading("purchase", "GetPreviousPurchases")
		.withResultKey("GetPreviousPurchasesResultBody")
		.withSecureToken();

	/** Makes a lightbox. */
	public static final ConnectOperation CREATE_LIGHTBOX = ConnectOperation.of("lightbox", "CreateLightbox");

	/** Makes a lightbox that others can see. */
	public static final ConnectOperation CREATE_SHARED_LIGHTBOX = ConnectOperation.of("lightbox",
			"CreateSharedLightbox");

	/** The lightboxes of the user. */
	public static final ConnectOperation GET_LIGHTBOX_HEADERS = reading("lightbox", "GetLightboxHeaders");

	/** A lightbox and what is in it. */
	public static final ConnectOperation GET_LIGHTBOX = reading("lightbox", "GetLightbox").allowApplicationSession();

	/** Puts something into a lightbox. */
	public static final ConnectOperation CREATE_LIGHTBOX_ITEMS = writing("lightbox", "CreateLightboxItems");

	/** Takes something out of a lightbox. */
	public static final ConnectOperation DELETE_LIGHTBOX_ITEMS = writing("lightbox", "DeleteLightboxItems");

	/** Changes the name or the notes of a lightbox. */
	public static final ConnectOperation UPDATE_LIGHTBOX_HEADER = writing("lightbox", "UpdateLightboxHeader");

	/** Deletes a lightbox. */
	public static final ConnectOperation DELETE_LIGHTBOX = writing("lightbox", "DeleteLightbox");

	/** Makes a customer. */
	public static final ConnectOperation CREATE_CUSTOMER = writing("account", "CreateCustomer")
		.allowApplicationSession();

	/** The countries that the API knows. */
	public static final ConnectOperation GET_COUNTRIES = reading("data", "GetCountries").allowApplicationSession();

	/** The product offerings of the user; has no request. */
	public static final ConnectOperation GET_ACTIVE_PRODUCT_OFFERINGS = reading("data", "GetActiveProductOfferings")
		.withoutRequest();

	/** All product offerings; has no request. */
	public static final ConnectOperation GET_ALL_PRODUCT_OFFERINGS = reading("data", "GetAllProductOfferings")
		.withoutRequest();

	/** The collections; has no request. */
	public static final ConnectOperation GET_COLLECTIONS = reading("data", "GetCollections").withoutRequest();

	/**
	 * What has changed for a partner. Not repeated: whether that loses changes is
	 * unknown.
	 */
	public static final ConnectOperation GET_ASSET_CHANGES = ConnectOperation
		.of("partnerassetingestion", "GetAssetChanges")
		.withResultKey("GetAssetChangesResponseBody");

	/** Confirms changes that were received. */
	public static final ConnectOperation CONFIRM_ASSET_CHANGES = ConnectOperation
		.of("partnerassetingestion", "ConfirmAssetChanges")
		.withResultKey("ConfirmAssetChangesResponseBody");

	/** Reports usage. Not repeated, lest it is counted twice. */
	public static final ConnectOperation REPORT_USAGE = ConnectOperation.of("usage", "ReportUsage")
		.withResultKey("ReportUsageResponseBody");

	private ConnectOperations() {
	}

	/**
	 * All of them.
	 * @return the operations above, in their order
	 */
	public static List<ConnectOperation> all() {
		return List.of(SEARCH_FOR_IMAGES, SEARCH_FOR_IMAGES_V1, SEARCH_FOR_VIDEOS, GET_IMAGE_DETAILS, GET_EVENT_DETAILS,
				GET_IMAGE_DOWNLOAD_AUTHORIZATIONS, GET_LARGEST_IMAGE_DOWNLOAD_AUTHORIZATIONS, CREATE_DOWNLOAD_REQUEST,
				GET_PREVIOUS_DOWNLOADS, GET_PREVIOUS_PURCHASES, CREATE_LIGHTBOX, CREATE_SHARED_LIGHTBOX,
				GET_LIGHTBOX_HEADERS, GET_LIGHTBOX, CREATE_LIGHTBOX_ITEMS, DELETE_LIGHTBOX_ITEMS,
				UPDATE_LIGHTBOX_HEADER, DELETE_LIGHTBOX, CREATE_CUSTOMER, GET_COUNTRIES, GET_ACTIVE_PRODUCT_OFFERINGS,
				GET_ALL_PRODUCT_OFFERINGS, GET_COLLECTIONS, GET_ASSET_CHANGES, CONFIRM_ASSET_CHANGES, REPORT_USAGE);
	}

	private static ConnectOperation reading(String area, String name) {
		return ConnectOperation.of(area, name).idempotent();
	}

	private static ConnectOperation writing(String area, String name) {
		return ConnectOperation.of(area, name).withoutResult();
	}

}
