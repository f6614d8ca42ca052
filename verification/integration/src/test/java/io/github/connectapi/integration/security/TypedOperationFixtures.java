package io.github.connectapi.integration.security;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import io.github.connectapi.account.GetActiveProductOfferingsResult;
import io.github.connectapi.account.GetAllProductOfferingsResult;
import io.github.connectapi.account.GetPreviousPurchases;
import io.github.connectapi.account.GetPreviousPurchasesResult;
import io.github.connectapi.account.ProductOffering;
import io.github.connectapi.account.PreviousPurchases;
import io.github.connectapi.account.ProductOfferings;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.download.AuthorizationStatus;
import io.github.connectapi.download.DownloadStatus;
import io.github.connectapi.download.GetImageDownloadAuthorizations;
import io.github.connectapi.download.GetImageDownloadAuthorizationsResult;
import io.github.connectapi.download.GetLargestImageDownloadAuthorizations;
import io.github.connectapi.download.GetLargestImageDownloadAuthorizationsResult;
import io.github.connectapi.download.GetPreviousDownloads;
import io.github.connectapi.download.GetPreviousDownloadsResult;
import io.github.connectapi.download.PreviousDownloads;
import io.github.connectapi.image.EventDetails;
import io.github.connectapi.image.EventDetailsLookup;
import io.github.connectapi.image.GetEventDetails;
import io.github.connectapi.image.GetEventDetailsResult;
import io.github.connectapi.image.GetImageDetails;
import io.github.connectapi.image.GetImageDetailsResult;
import io.github.connectapi.image.ImageDetails;
import io.github.connectapi.image.ImageDetailsLookup;
import io.github.connectapi.image.ImageSize;
import io.github.connectapi.search.IdFilter;
import io.github.connectapi.search.Image;
import io.github.connectapi.search.Keyword;
import io.github.connectapi.search.ReferralDestination;
import io.github.connectapi.search.RefinementOption;
import io.github.connectapi.search.SearchForImages;
import io.github.connectapi.search.SearchForVideos;
import io.github.connectapi.search.SearchForVideosResult;
import io.github.connectapi.search.Video;
import io.github.connectapi.search.VideoSearch;
import io.github.connectapi.usage.RecordedUsage;
import io.github.connectapi.usage.ReportUsage;
import io.github.connectapi.usage.ReportUsageResult;
import io.github.connectapi.usage.UsageReporter;

/**
 * Instances of the types for operations. They belong to the application, so that the
 * canary is not in them. Their tests verify that no text contains a download token.
 */
final class TypedOperationFixtures {

	private TypedOperationFixtures() {
	}

	static Stream<Object> instances(ConnectApi connect) {
		return Stream.of(searches(connect), images(connect), downloads(), accounts(connect), usages(connect))
			.flatMap(List::stream);
	}

	private static List<Object> searches(ConnectApi connect) {
		SearchForVideos videos = new SearchForVideos("tree").withFormats("HD");
		Video.Authorization authorization = new Video.Authorization("token", "1", "EasyAccess");
		return List.of(new SearchForImages.DateCreatedRange(null, null),
				new SearchForImages.Refinement("Location", "1"), Image.of("1", "title"), IdFilter.include("1"),
				new Keyword("1", "tree", null, null), new ReferralDestination("site", "https://example.com"),
				new RefinementOption("Location", "1", 1, "Oslo"), videos, videos.query(), videos.filter(),
				videos.resultOptions(), new SearchForVideosResult(List.of(), 0, 1, 0), video(),
				new Video.DownloadSize("HD", "hd", List.of(authorization)), authorization,
				new Video.Keyword("1", "tree", null, null), new Video.Urls(null, null, List.of(), null),
				new Video.StoryBoardItem("https://example.com", 1), new VideoSearch(connect));
	}

	private static Video video() {
		return new Video(List.of(), null, "1", List.of(), null, null, null, null, null, null, null, List.of(), null,
				null, List.of(), null, null, null, null, List.of(), null, null, null, null);
	}

	private static List<Object> images(ConnectApi connect) {
		EventDetails.Location location = new EventDetails.Location("Oslo", null, null, null);
		EventDetails event = new EventDetails(0, List.of(), 1L, "event", 1, List.of(location), null, null, null);
		return List.of(GetImageDetails.of("1"), new GetImageDetailsResult(List.of()),
				ImageDetails.of("1", "title", List.of()),
				new ImageSize(1L, null, null, "image/jpeg", 1, 1, 300, "1", null), new ImageDetailsLookup(connect),
				GetEventDetails.of(1L), new GetEventDetailsResult(List.of()), event, location,
				new GetEventDetailsResult.EventResult(event, 1L, "Success"), new EventDetailsLookup(connect));
	}

	private static List<Object> downloads() {
		GetPreviousDownloads previous = GetPreviousDownloads.ofPage(1, 25).withDates(Instant.EPOCH, Instant.EPOCH);
		GetImageDownloadAuthorizations sizes = GetImageDownloadAuthorizations.of("1", "1");
		GetLargestImageDownloadAuthorizations largest = GetLargestImageDownloadAuthorizations.of("1");
		return List.of(sizes, sizes.imageSizes().get(0), new GetImageDownloadAuthorizationsResult(List.of()),
				new GetImageDownloadAuthorizationsResult.Image(List.of(), "1", "1", "Available"),
				new GetImageDownloadAuthorizationsResult.Authorization(true, "token", null, "EasyAccess", 1), largest,
				largest.images().get(0), new GetLargestImageDownloadAuthorizationsResult(List.of()),
				new GetLargestImageDownloadAuthorizationsResult.Image(List.of(), "1"),
				new GetLargestImageDownloadAuthorizationsResult.Authorization(true, "token", null, "EasyAccess", "1"),
				AuthorizationStatus.AVAILABLE, DownloadStatus.SUCCESS, previous, previous.filter(),
				previous.filter().dateRange(), new GetPreviousDownloadsResult(List.of(), 0, 1, 0),
				new GetPreviousDownloadsResult.PreviousDownload("1", Instant.EPOCH, null, "EasyAccess"));
	}

	private static List<Object> accounts(ConnectApi connect) {
		GetPreviousPurchases previous = GetPreviousPurchases.ofPage(1, 25).withCriteria("OrderId", "1");
		return List.of(previous, previous.filter(), new GetPreviousPurchasesResult(List.of(), 0, 1, 0),
				new GetPreviousPurchasesResult.PreviousPurchase("1", Instant.EPOCH, "1", null),
				new GetActiveProductOfferingsResult(List.of("EasyAccess")), new GetAllProductOfferingsResult(List.of()),
				new ProductOffering("1", null, "ImagePack", "name", 1, null, "Active", null, 1, null),
				new ProductOfferings(connect), new PreviousPurchases(connect), new PreviousDownloads(connect));
	}

	private static List<Object> usages(ConnectApi connect) {
		ReportUsage.AssetUsage usage = new ReportUsage.AssetUsage("1", 1, LocalDate.EPOCH);
		return List.of(usage, ReportUsage.of(usage), new ReportUsageResult(1, List.of()),
				new RecordedUsage("1", false, 1), new UsageReporter(connect));
	}

}
