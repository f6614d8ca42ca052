package io.github.connectapi.test;

import java.util.Set;

/**
 * The codes of the API documentation, and the one that existing clients know besides.
 */
final class DocumentedCodes {

	static final Set<String> ALL = Set.of("AUTH-002", "AUTH-012", "AUTH-014", "AUTH-021", "AUTH-023",
			"AlternativeAgreement", "AssetIdListExceedsMaxAllowed", "AssetNotAvailable", "CollectionIdsEmpty",
			"CollectionModeEmpty", "DateCreatedRangeNotApplicable", "DefaultLanguageUsed", "DependentServiceDown",
			"DuplicateUsername", "EntitySearchFailure", "EventNotFound", "ExpiredDownloadToken",
			"FailedToCreateCustomer", "FailedToGetDownloadUrl", "FailedToRenewToken", "FailedUri", "ImageNotFound",
			"IncorrectlyFormedDbpediaURI", "IncorrectlyFormedFreebaseURI", "IncorrectlyFormedMusicbrainzURI",
			"IncorrectlyFormedURI", "InternalError", "InvalidAssets", "InvalidCollectionId", "InvalidDownloadToken",
			"InvalidEditorialSegment", "InvalidEditorialSourceId", "InvalidEntityUri", "InvalidEventSortType",
			"InvalidIncludeExcludeMode", "InvalidItemCount", "InvalidItemSortType", "InvalidItemStartNumber",
			"InvalidLanguageCode", "InvalidLightboxName", "InvalidOrientation", "InvalidProductOffering",
			"InvalidRequest", "InvalidSearchCriteriaType", "InvalidSearchForVideoByAssetId", "InvalidSizeCode",
			"InvalidSizeKey", "InvalidSystemIdOrPassword", "InvalidUsernameOrPassword", "LightboxIdDoesNotExist",
			"LightboxesNotFound", "MaxExceeded", "MissingEventIds", "NoAgreement", "NoAuthorizations", "NoImages",
			"NoVideos", "NonExistingCollectionId", "OperationRequiresHttps", "OperationRequiresSecureToken",
			"OperationValidOnlyForLightboxOwner", "PasswordTooShort", "SearchCriteriaRequestMismatch",
			"SecureTokenPassedOverHttp", "StartPastTotal", "SystemError", "TransactionIdDuplicate",
			"UnauthorizedProductOffering", "UnauthorizedToReportUsage", "UnknownProviderURI", "UriResolutionFailed",
			"UsernameEqualsPassword");

	private DocumentedCodes() {
	}

}
