package io.github.connectapi.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request with all documented arguments for each operation.
 */
final class DocumentedRequests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String SYSTEM = "{'SystemId':'fake-system','SystemPassword':'fake-system-password'";

	private static final String SEARCH = "{'Filter':{'Collections':{'Ids':['1'],'Mode':'Include'},"
			+ "'EditorialSegments':['News'],'EditorialSources':{'Ids':['1'],'Mode':'Include'},"
			+ "'EmbedContentOnly':'false','ExcludeNudity':'true','FileTypes':['jpg'],'GraphicStyles':['Photography'],"
			+ "'ImageFamilies':['creative'],'LicensingModels':['RoyaltyFree'],'Orientations':['Horizontal'],"
			+ "'ProductOfferings':['PremiumAccess'],'Refinements':[{'Category':'Age','Id':'1'}],"
			+ "'WhiteBackgroundOnly':false},'Language':'en-us','Query':{'DateCreatedRange':{'EndDate':'2014-01-08',"
			+ "'StartDate':'2013-12-30'},'EventId':1,'SearchPhrase':'tree','KeywordIds':['1'],'EntityUris':['a'],"
			+ "'SpecificPersons':['a']},'ResultOptions':{'IncludeKeywords':true,'ItemCount':5,'ItemStartNumber':1,"
			+ "'RefinementOptionsSet':'RefinementSet2','EditorialSortOrder':'Newest','CreativeSortOrder':'Newest'}}";

	private static final Map<String, String> ARGUMENTS = new LinkedHashMap<>();

	static {
		add("/v1/session/CreateSession", SYSTEM + ",'UserName':'fake-user','UserPassword':'fake-user-password'}");
		add("/v1/session/RenewSession", SYSTEM + "}");
		add("/v1/session/CreateApplicationSession", SYSTEM + "}");
		add("/v1/search/SearchForImages", SEARCH);
		add("/v2/search/SearchForImages", SEARCH);
		add("/v1/search/SearchForVideos",
				"{'Filter':{'AssetFamilies':['creative'],'ClipType':'Raw','Collections':{'Ids':['1'],"
						+ "'Mode':'Include'},'ExcludeNudity':'true','Formats':['HD'],'LicensingModels':['RoyaltyFree']},"
						+ "'Language':'en-us','Query':{'AssetIds':['1'],'KeywordIds':['1'],'SearchPhrase':'tree',"
						+ "'EntityUris':['a']},'ResultOptions':{'ItemCount':5,'ItemStartNumber':1,'SortOrder':'Newest'}}");
		add("/v1/search/GetImageDetails", "{'ImageIds':['1'],'Language':'en-us'}");
		add("/v1/search/GetEventDetails", "{'EventIds':[1]}");
		add("/v1/download/GetImageDownloadAuthorizations", "{'ImageSizes':[{'ImageId':'1','SizeKey':'1'}]}");
		add("/v1/download/GetLargestImageDownloadAuthorizations", "{'Images':[{'ImageId':'1'}]}");
		add("/v1/download/CreateDownloadRequest", "{'DownloadItems':[{'DownloadToken':'1'}]}");
		add("/v1/download/GetPreviousDownloads", "{'ItemCount':5,'ItemStartNumber':1,'Filter':{'DateRange':"
				+ "{'Start':'2014-01-08','End':'2014-01-09'},'ProductOffering':'PremiumAccess'}}");
		add("/v1/purchase/GetPreviousPurchases", "{'ItemCount':5,'ItemStartNumber':1,'ItemSortType':'Newest',"
				+ "'Filter':{'SearchCriteria':'a','SearchCriteriaType':'b'}}");
		add("/v1/lightbox/CreateLightbox", "{'LightboxName':'a','ClientName':'b','ProjectName':'c','Notes':'d'}");
		add("/v1/lightbox/CreateSharedLightbox", "{'LightboxId':10001}");
		add("/v1/lightbox/UpdateLightboxHeader",
				"{'LightboxId':10001,'LightboxName':'a','ClientName':'b','ProjectName':'c','Notes':'d'}");
		add("/v1/lightbox/DeleteLightbox", "{'LightboxId':10002}");
		add("/v1/lightbox/CreateLightboxItems", "{'LightboxId':10001,'AssetIds':['1']}");
		add("/v1/lightbox/DeleteLightboxItems", "{'LightboxId':10001,'AssetIds':['1']}");
		add("/v1/lightbox/GetLightbox", "{'LightboxId':10001,'LightboxItemsViewOptions':{'ItemCount':5,"
				+ "'ItemStartNumber':1,'IncludeMaxSizePerLightboxItem':true}}");
		add("/v1/lightbox/GetLightboxHeaders", "{'ResultsViewOptions':{'ItemCount':5,'ItemStartNumber':1}}");
		add("/v1/account/CreateCustomer", "{'UserName':'a','Password':'abcd','EmailAddress':'a@example.com',"
				+ "'FirstName':'a','LastName':'b','MiddleName':'c','PhoneNumber':'1','MarketingEmailOptIn':true,"
				+ "'BillingCountryChar3Iso':'USA'}");
		add("/v1/data/GetCountries", "{'Language':'en-us'}");
		add("/v1/data/GetCollections", "{}");
		add("/v1/data/GetActiveProductOfferings", "{}");
		add("/v1/data/GetAllProductOfferings", "{}");
		add("/v1/partnerassetingestion/GetAssetChanges", "{'ChannelId':1,'ItemCount':5}");
		add("/v1/partnerassetingestion/ConfirmAssetChanges", "{'TransactionId':'1'}");
		add("/v1/usage/ReportUsage",
				"{'TransactionId':'1','AssetUsages':[{'AssetId':'1','Quantity':2,'UsageDate':'2014-01-14'}]}");
	}

	private DocumentedRequests() {
	}

	private static void add(String path, String arguments) {
		ARGUMENTS.put(path, arguments.replace('\'', '"'));
	}

	static List<String> paths() {
		return List.copyOf(ARGUMENTS.keySet());
	}

	static ObjectNode arguments(String path) {
		return (ObjectNode) JSON.readTree(ARGUMENTS.get(path));
	}

	/** Return the whole request, without a token for operations that create sessions. */
	static String envelope(String path, String token, JsonNode arguments) {
		String name = path.substring(path.lastIndexOf('/') + 1);
		ObjectNode envelope = JSON.createObjectNode();
		envelope.putObject("RequestHeader").put("Token", name.endsWith("Session") ? null : token);
		envelope.set(key(path, name), arguments);
		return JSON.writeValueAsString(envelope);
	}

	private static String key(String path, String name) {
		return switch (path) {
			case "/v1/search/SearchForImages" -> "SearchForImages2RequestBody";
			case "/v1/download/CreateDownloadRequest" -> "CreateDownloadRequestBody";
			default -> name + "RequestBody";
		};
	}

}
