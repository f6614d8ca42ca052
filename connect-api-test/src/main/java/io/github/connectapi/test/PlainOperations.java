package io.github.connectapi.test;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The other documented operations. They check the token and the name of the request, and
 * answer an empty result.
 */
final class PlainOperations {

	/**
	 * Area, name, tokens (S secure, T standard, A an application's), name of the request
	 * and of the result: "." by the rule, "-" none.
	 */
	private static final String TABLE = """
			search SearchForVideos T . .
			search GetImageDetails TA . .
			search GetEventDetails TA . .
			download GetImageDownloadAuthorizations T . .
			download GetLargestImageDownloadAuthorizations TA . .
			download GetPreviousDownloads S . GetPreviousDownloadsResultBody
			purchase GetPreviousPurchases S . GetPreviousPurchasesResultBody
			lightbox CreateLightbox T . .
			lightbox GetLightboxHeaders T . .
			lightbox CreateSharedLightbox T . .
			lightbox GetLightbox TA . .
			lightbox CreateLightboxItems T . -
			lightbox DeleteLightboxItems T . -
			lightbox UpdateLightboxHeader T . -
			lightbox DeleteLightbox T . -
			account CreateCustomer TA . -
			data GetCountries TA . .
			data GetActiveProductOfferings T - .
			data GetAllProductOfferings T - .
			data GetCollections T - .
			partnerassetingestion GetAssetChanges T . GetAssetChangesResponseBody
			partnerassetingestion ConfirmAssetChanges T . ConfirmAssetChangesResponseBody
			usage ReportUsage T . ReportUsageResponseBody
			""";

	private final Tokens tokens;

	PlainOperations(Tokens tokens) {
		this.tokens = tokens;
	}

	List<Operation> all() {
		return TABLE.lines().map((line) -> operation(line.split(" "))).toList();
	}

	private Operation operation(String... columns) {
		String name = columns[1];
		Set<TokenKind> accepted = accepted(columns[2]);
		String requestKey = key(columns[3], name + "RequestBody");
		return new Operation(name, "/v1/" + columns[0] + "/" + name, requestKey, key(columns[4], name + "Result"),
				accepted.contains(TokenKind.SECURE), (call) -> {
					this.tokens.require(call.token(), accepted);
					if (requestKey != null) {
						call.arguments();
					}
					return Json.object();
				});
	}

	private static Set<TokenKind> accepted(String column) {
		return switch (column) {
			case "S" -> EnumSet.of(TokenKind.SECURE);
			case "TA" -> EnumSet.of(TokenKind.STANDARD, TokenKind.APPLICATION);
			default -> EnumSet.of(TokenKind.STANDARD);
		};
	}

	private static @Nullable String key(String column, String byRule) {
		return switch (column) {
			case "." -> byRule;
			case "-" -> null;
			default -> column;
		};
	}

}
