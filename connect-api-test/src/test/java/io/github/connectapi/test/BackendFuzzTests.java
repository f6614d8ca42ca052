package io.github.connectapi.test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.ElementOf;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithLength;
import com.code_intelligence.jazzer.mutation.annotation.WithUtf8Length;
import io.github.connectapi.test.server.FakeRequest;
import io.github.connectapi.test.server.ScriptedResponse;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzz test of the backend with arbitrary methods, paths, headers and bodies.
 */
class BackendFuzzTests {

	private static final ServerClock CLOCK = new ServerClock();

	private static final Backend BACKEND = new Backend(FakeConnectServer.builder(), CLOCK, () -> "http://127.0.0.1:1");

	private static final String SESSION = secureToken();

	/** Return a token that all operations accept. */
	private static String secureToken() {
		return Objects.requireNonNull(BACKEND.tokens.issuePair("fake-user", "1").secureToken());
	}

	static Stream<Arguments> requests() {
		Map<String, Object> search = Map.of("Query", Map.of("SearchPhrase", "tree"), "Filter",
				Map.of("ImageFamilies", List.of("creative")), "ResultOptions",
				Map.of("ItemCount", 1e99, "ItemStartNumber", 1, "RefinementOptionsSet", "RefinementSet2"));
		Map<String, Object> download = Map.of("DownloadItems", List.of(Map.of("DownloadToken", "90000001")));
		return Stream.of(
				request("/v1/session/CreateSession", RawClient.createSessionBody("fake-user", "fake-user-password")),
				request("/v1/session/RenewSession",
						RawClient.envelope("token", "\ud800", "RenewSessionRequestBody", RawClient.system())),
				request("/v1/session/CreateApplicationSession",
						RawClient.envelope(null, "", "CreateApplicationSessionRequestBody", RawClient.system())),
				request("/v1/search/SearchForImages",
						RawClient.envelope("TOKEN", "c", "SearchForImages2RequestBody", search)),
				request("/v2/search/SearchForImages",
						RawClient.envelope("TOKEN", "c", "SearchForImagesRequestBody", search)),
				request("/v1/search/SearchForVideos",
						RawClient.envelope("TOKEN", "c", "SearchForVideosRequestBody", search)),
				request("/v1/search/GetImageDetails",
						RawClient.envelope("TOKEN", "c", "GetImageDetailsRequestBody",
								Map.of("ImageIds", List.of("90000001")))),
				request("/v1/search/GetEventDetails",
						RawClient.envelope("TOKEN", "c", "GetEventDetailsRequestBody",
								Map.of("EventIds", List.of(70001)))),
				request("/v1/download/CreateDownloadRequest",
						RawClient.envelope("TOKEN", "c", "CreateDownloadRequestBody", download)),
				request("/v1/download/GetImageDownloadAuthorizations",
						RawClient.envelope("TOKEN", "c", "GetImageDownloadAuthorizationsRequestBody",
								Map.of("ImageSizes", List.of(Map.of("ImageId", 90000001, "SizeKey", "\ud800"))))),
				request("/v1/download/GetLargestImageDownloadAuthorizations",
						RawClient.envelope("TOKEN", "c", "GetLargestImageDownloadAuthorizationsRequestBody",
								Map.of("Images", List.of(Map.of("ImageId", "90000001"))))),
				request("/v1/download/GetPreviousDownloads",
						RawClient.envelope("TOKEN", "c", "GetPreviousDownloadsRequestBody", previousDownloads())),
				request("/v1/purchase/GetPreviousPurchases",
						RawClient.envelope("TOKEN", "c", "GetPreviousPurchasesRequestBody", previousPurchases())),
				request("/v1/data/GetAllProductOfferings",
						RawClient.envelope("TOKEN", "c", "GetAllProductOfferingsRequestBody", Map.of())),
				request("/v1/usage/ReportUsage",
						RawClient.envelope("TOKEN", "c", "ReportUsageRequestBody", reportUsage())),
				request("/v1/session/RenewSession", "{\"a\":{\"TOKEN\":[\"TOKEN\"]}}"),
				request("/assets/90000001-thumb.jpg", ""), request("/downloads/AAAA", ""),
				get("/v3/search/images/creative?phrase=tree&page=1&page_size=25&sort_order=newest&fields=display_set"),
				get("/v3/search/images/editorial?page=99999999999&phrase=%ff"),
				get("/v3/images/90000001?fields=detail_set,downloads"), get("/v3/images/%?fields=,"),
				request("/v3/downloads/images/90000001?auto_download=false&product_type=easyaccess&height=1", ""),
				request("/v2/download/90000001", ""), request("/", "[1e999999999]"),
				request("/v1/session/CreateSession", "{\"RequestHeader\":{\"CoordinationId\":\"\\ud800\"}}"),
				request("/v1/session/CreateSession", "{\"RequestHeader\":{\"CoordinationId\":1e999}}"));
	}

	/** Return the header, and those that the REST operations require. */
	private static Map<String, List<String>> headers(String any) {
		return Map.of("X-Any", List.of(any), "Api-Key", List.of(FakeConnectServerBuilder.API_KEY), "Authorization",
				List.of("Bearer " + SESSION));
	}

	private static Map<String, Object> previousDownloads() {
		return Map.of("ItemCount", "75", "ItemStartNumber", "AssetUsages", "DateRange", 1, "Filter",
				Map.of("ProductOffering", "All", "DateRange",
						Map.of("StartDate", "2011-01-01", "EndDate", "+999999999-12-31T23:59:59-18:00")));
	}

	private static Map<String, Object> previousPurchases() {
		return Map.of("ItemCount", 1, "ItemStartNumber", "AssetUsages", "DateRange", 1, "ItemSortType",
				"AssetIdDescending", "Filter", Map.of("SearchCriteria", 1, "SearchCriteriaType", "OrderId"));
	}

	private static Map<String, Object> reportUsage() {
		return Map.of("TransactionId", 1, "AssetUsages", List
			.of(Map.of("AssetId", 90000001, "Quantity", Integer.MAX_VALUE, "UsageDate", "-999999999-01-01T00:00Z")));
	}

	private static Arguments request(String path, String body) {
		return Arguments.of("POST", path, "gzip", body.getBytes(StandardCharsets.UTF_8));
	}

	private static Arguments get(String path) {
		return Arguments.of("GET", path, "gzip", new byte[0]);
	}

	/**
	 * Dictionary entries have the syntax of libFuzzer, which needs double backslashes.
	 */
	@DictionaryEntries({ "RequestHeader", "Token", "TOKEN", "CoordinationId", "\\\\ud800", "1e999", "ItemStartNumber",
			"AssetUsages", "DateRange", "-2147483648", "ImageFamilies", "DownloadItems", "DateCreatedRange",
			"StartDate", "EntityUris", "Refinements", "AssetIds", "{}", "[]", "null" })
	@MethodSource("requests")
	@FuzzTest
	void whenRequestIsArbitraryThenItIsRecordedAndHasResponse(
			@NotNull @ElementOf(strings = { "POST", "GET", "TRACE", "post" }) String method,
			@NotNull @WithUtf8Length(max = 100) String path, @NotNull @WithUtf8Length(max = 60) String header,
			byte @NotNull @WithLength(max = 1500) [] body) {
		byte[] bodyWithToken = new String(body, StandardCharsets.ISO_8859_1).replace("TOKEN", SESSION)
			.getBytes(StandardCharsets.ISO_8859_1);
		BACKEND.requests.clear();
		int question = path.indexOf('?');
		ScriptedResponse scripted = BACKEND
			.handle(new FakeRequest("http://127.0.0.1:1", method, (question < 0) ? path : path.substring(0, question),
					path.substring(question + 1), headers(header), bodyWithToken));
		assertThat(scripted.delivery()).isEqualTo(ScriptedResponse.Delivery.COMPLETE);
		assertThat(scripted.response().status()).isBetween(200, 499);
		assertThat(BACKEND.requests.all()).singleElement().satisfies((request) -> {
			assertThat(request.summary()).isNotBlank();
			assertThat(request).asString().doesNotContain(SESSION);
		});
	}

}
