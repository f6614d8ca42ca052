package io.github.connectapi.test.operation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The remaining documented operations. They check the token and the request key, and
 * return an empty result.
 */
final class EmptyResultOperations {

	/**
	 * The columns are the path segment, the name, the accepted tokens (S for secure, T
	 * for standard, A for application), the request key and the result key. A key is "."
	 * if it follows the naming convention and "-" if there is none.
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

	private final TokenStore tokens;

	EmptyResultOperations(TokenStore tokens) {
		this.tokens = tokens;
	}

	List<Operation> all() {
		return TABLE.lines().map((line) -> operation(line.split(" "))).toList();
	}

	private Operation operation(String... columns) {
		String name = columns[1];
		Set<TokenType> accepted = acceptedTypes(columns[2]);
		String requestKey = key(columns[3], name + "RequestBody");
		return new Operation(name, "/v1/" + columns[0] + "/" + name, requestKey, key(columns[4], name + "Result"),
				accepted.contains(TokenType.SECURE), (request) -> {
					this.tokens.require(request.token(), accepted);
					if (requestKey != null) {
						request.arguments();
					}
					return Json.object();
				});
	}

	private static Set<TokenType> acceptedTypes(String column) {
		return switch (column) {
			case "S" -> EnumSet.of(TokenType.SECURE);
			case "TA" -> EnumSet.of(TokenType.STANDARD, TokenType.APPLICATION);
			default -> EnumSet.of(TokenType.STANDARD);
		};
	}

	private static @Nullable String key(String column, String conventional) {
		return switch (column) {
			case "." -> conventional;
			case "-" -> null;
			default -> column;
		};
	}

}
