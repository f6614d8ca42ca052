package io.github.connectapi.purchase;

import java.util.Arrays;
import java.util.TreeSet;

/**
 * Documented codes that reject a request before it is executed, and AUTH-012, which
 * working clients know as an expired token.
 */
final class RefusalCodes {

	private static final TreeSet<String> CODES = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

	static {
		CODES.addAll(Arrays.asList("AUTH-002", "AUTH-012", "AUTH-014", "AUTH-021", "AUTH-023", "AssetNotAvailable",
				"ExpiredDownloadToken", "ImageNotFound", "InvalidAssets", "InvalidDownloadToken",
				"InvalidProductOffering", "InvalidRequest", "InvalidSizeCode", "InvalidSizeKey", "NoAgreement",
				"NoAuthorizations", "OperationRequiresHttps", "OperationRequiresSecureToken",
				"SecureTokenPassedOverHttp", "UnauthorizedProductOffering"));
	}

	private RefusalCodes() {
	}

	static boolean contains(String code) {
		return CODES.contains(code.strip());
	}

	/** Return the codes as the documentation lists them. */
	static String list() {
		return String.join(", ", CODES);
	}

}
