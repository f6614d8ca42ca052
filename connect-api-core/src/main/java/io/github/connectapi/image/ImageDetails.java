package io.github.connectapi.image;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.operation.ListCopies;
import io.github.connectapi.search.Keyword;
import io.github.connectapi.search.ReferralDestination;

/**
 * Details of one image. Values that the server did not return are null, and lists are
 * empty then. Only the library creates instances; components may be added.
 *
 * @param applicableProductOfferings the product offerings of the customer that include
 * the image; empty if there is none
 * @param artist the artist
 * @param artistTitle the profession of the artist
 * @param caption the caption
 * @param city the city in which the image was created
 * @param collectionId the id of the collection that contains the image
 * @param collectionName the name of that collection
 * @param colorType whether the image has colors
 * @param copyright the copyright
 * @param country the country in which the image was created
 * @param creditLine the credit that a publication must show
 * @param dateCreated when the image was created
 * @param dateSubmitted when the image was added to the catalog
 * @param editorialSegments the segments of an editorial image, for instance {@code Sport}
 * @param editorialSourceId the id of the source of an editorial image
 * @param editorialSourceName the name of that source
 * @param eventId the id of the first event; deprecated by Getty Images in favor of
 * {@code eventIds}
 * @param eventIds the ids of the events of the image
 * @param graphicStyle {@code Photograph} or {@code Illustration}
 * @param imageFamily {@code creative} or {@code editorial}
 * @param imageId the id of the image
 * @param keywords the keywords
 * @param licensingModel for instance {@code RightsManaged}
 * @param qualityRank of an editorial image: 1 for the most relevant of its event, to 3
 * @param referralDestinations the sites that show the image
 * @param releaseMessage whether models and property are released
 * @param restrictions the restrictions of use
 * @param sizesDownloadableImages the sizes that can be downloaded; empty if no product
 * offering of the customer includes the image
 * @param stateProvince the state or province in which the image was created
 * @param title the title
 * @param urlComp the URL of an image for a layout
 * @param urlHiResComp the URL of an image for a layout, in full size
 * @param urlPreview the URL of a preview
 * @param urlThumb the URL of a thumbnail
 * @param urlWatermarkComp the URL of an image for a layout, with a watermark
 * @param urlWatermarkHiResComp the URL of an image for a layout, in full size with a
 * watermark
 * @param urlWatermarkPreview the URL of a preview with a watermark
 */
public record ImageDetails(List<String> applicableProductOfferings, @Nullable String artist,
		@Nullable String artistTitle, @Nullable String caption, @Nullable String city,
		@JsonAlias("CollectionID") @Nullable String collectionId, @Nullable String collectionName,
		@Nullable String colorType, @Nullable String copyright, @Nullable String country, @Nullable String creditLine,
		@Nullable Instant dateCreated, @Nullable Instant dateSubmitted, List<String> editorialSegments,
		@Nullable String editorialSourceId, @Nullable String editorialSourceName, @Nullable Long eventId,
		List<Long> eventIds, @Nullable String graphicStyle, @Nullable String imageFamily, @Nullable String imageId,
		List<Keyword> keywords, @Nullable String licensingModel, @Nullable Integer qualityRank,
		List<ReferralDestination> referralDestinations, @Nullable String releaseMessage, List<String> restrictions,
		List<ImageSize> sizesDownloadableImages, @Nullable String stateProvince, @Nullable String title,
		@Nullable String urlComp, @Nullable String urlHiResComp, @Nullable String urlPreview, @Nullable String urlThumb,
		@Nullable String urlWatermarkComp, @Nullable String urlWatermarkHiResComp,
		@Nullable String urlWatermarkPreview) {

	/**
	 * Create a record with copies of the lists. A missing list is empty.
	 * @param applicableProductOfferings the product offerings of the customer that
	 * include the image; empty if there is none
	 * @param artist the artist
	 * @param artistTitle the profession of the artist
	 * @param caption the caption
	 * @param city the city in which the image was created
	 * @param collectionId the id of the collection that contains the image
	 * @param collectionName the name of that collection
	 * @param colorType whether the image has colors
	 * @param copyright the copyright
	 * @param country the country in which the image was created
	 * @param creditLine the credit that a publication must show
	 * @param dateCreated when the image was created
	 * @param dateSubmitted when the image was added to the catalog
	 * @param editorialSegments the segments of an editorial image, for instance
	 * {@code Sport}
	 * @param editorialSourceId the id of the source of an editorial image
	 * @param editorialSourceName the name of that source
	 * @param eventId the id of the first event; deprecated by Getty Images in favor of
	 * {@code eventIds}
	 * @param eventIds the ids of the events of the image
	 * @param graphicStyle {@code Photograph} or {@code Illustration}
	 * @param imageFamily {@code creative} or {@code editorial}
	 * @param imageId the id of the image
	 * @param keywords the keywords
	 * @param licensingModel for instance {@code RightsManaged}
	 * @param qualityRank of an editorial image: 1 for the most relevant of its event, to
	 * 3
	 * @param referralDestinations the sites that show the image
	 * @param releaseMessage whether models and property are released
	 * @param restrictions the restrictions of use
	 * @param sizesDownloadableImages the sizes that can be downloaded; empty if no
	 * product offering of the customer includes the image
	 * @param stateProvince the state or province in which the image was created
	 * @param title the title
	 * @param urlComp the URL of an image for a layout
	 * @param urlHiResComp the URL of an image for a layout, in full size
	 * @param urlPreview the URL of a preview
	 * @param urlThumb the URL of a thumbnail
	 * @param urlWatermarkComp the URL of an image for a layout, with a watermark
	 * @param urlWatermarkHiResComp the URL of an image for a layout, in full size with a
	 * watermark
	 * @param urlWatermarkPreview the URL of a preview with a watermark
	 */
	public ImageDetails {
		applicableProductOfferings = ListCopies.orEmpty(applicableProductOfferings);
		editorialSegments = ListCopies.orEmpty(editorialSegments);
		eventIds = ListCopies.orEmpty(eventIds);
		keywords = ListCopies.orEmpty(keywords);
		referralDestinations = ListCopies.orEmpty(referralDestinations);
		restrictions = ListCopies.orEmpty(restrictions);
		sizesDownloadableImages = ListCopies.orEmpty(sizesDownloadableImages);
	}

	/**
	 * Create details for a test of an application.
	 * @param imageId the id
	 * @param title the title
	 * @param sizes the sizes that can be downloaded
	 * @return the details; the other values are null or empty
	 */
	public static ImageDetails of(String imageId, String title, List<ImageSize> sizes) {
		return new ImageDetails(List.of(), null, null, null, null, null, null, null, null, null, null, null, null,
				List.of(), null, null, null, List.of(), null, null, imageId, List.of(), null, null, List.of(), null,
				List.of(), sizes, null, title, null, null, null, null, null, null, null);
	}

}
