package io.github.connectapi.search;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.operation.ListCopies;

/**
 * Image in the result of a search. Values that the server did not return are null, and
 * lists are empty then. Only the library creates instances; components may be added.
 *
 * @param applicableProductOfferings the product offerings of the customer that include
 * the image; empty if there is none
 * @param artist the artist
 * @param authorizationConstraints the limits of the authorization, for instance
 * {@code CallForImage}
 * @param caption the caption
 * @param collectionId the id of the collection that contains the image
 * @param collectionName the name of that collection
 * @param colorType {@code Color}, {@code BlackAndWhite} or {@code Unknown}
 * @param copyright the copyright
 * @param dateCreated when the image was created
 * @param dateSubmitted when the image was added to the catalog
 * @param editorialSegments the segments of an editorial image, for instance {@code Sport}
 * @param editorialSourceId the id of the source of an editorial image
 * @param editorialSourceName the name of that source
 * @param eventIds the ids of the events of the image
 * @param graphicStyle {@code Photography} or {@code Illustration}
 * @param imageFamily {@code creative} or {@code editorial}
 * @param imageId the id that identifies the image in other operations
 * @param keywords the keywords, if they were requested
 * @param licensingModel for instance {@code RightsManaged}
 * @param orientations for instance {@code Horizontal}
 * @param qualityRank of an editorial image: 1 for the most relevant of its event, to 3
 * @param referralDestinations the sites that show the image
 * @param releaseMessage whether models and property are released
 * @param restrictions the restrictions of use
 * @param title the title
 * @param urlComp the URL of an image for a layout
 * @param urlEmbed the URL of the oEmbed data; null if the image cannot be embedded
 * @param urlPreview the URL of a preview
 * @param urlThumb the URL of a thumbnail
 * @param urlWatermarkComp the URL of an image for a layout, with a watermark
 * @param urlWatermarkPreview the URL of a preview with a watermark
 */
public record Image(List<String> applicableProductOfferings, @Nullable String artist,
		List<String> authorizationConstraints, @Nullable String caption, @Nullable String collectionId,
		@Nullable String collectionName, @Nullable String colorType, @Nullable String copyright,
		@Nullable Instant dateCreated, @Nullable Instant dateSubmitted, List<String> editorialSegments,
		@JsonAlias("editorialSourceId") @Nullable String editorialSourceId, @Nullable String editorialSourceName,
		List<Long> eventIds, @Nullable String graphicStyle, @Nullable String imageFamily, @Nullable String imageId,
		List<Keyword> keywords, @Nullable String licensingModel, List<String> orientations,
		@Nullable Integer qualityRank, List<ReferralDestination> referralDestinations, @Nullable String releaseMessage,
		List<String> restrictions, @Nullable String title, @Nullable String urlComp, @Nullable String urlEmbed,
		@Nullable String urlPreview, @Nullable String urlThumb, @Nullable String urlWatermarkComp,
		@Nullable String urlWatermarkPreview) {

	/**
	 * Create a record with copies of the lists. A missing list is empty.
	 * @param applicableProductOfferings the product offerings of the customer that
	 * include the image; empty if there is none
	 * @param artist the artist
	 * @param authorizationConstraints the limits of the authorization, for instance
	 * {@code CallForImage}
	 * @param caption the caption
	 * @param collectionId the id of the collection that contains the image
	 * @param collectionName the name of that collection
	 * @param colorType {@code Color}, {@code BlackAndWhite} or {@code Unknown}
	 * @param copyright the copyright
	 * @param dateCreated when the image was created
	 * @param dateSubmitted when the image was added to the catalog
	 * @param editorialSegments the segments of an editorial image, for instance
	 * {@code Sport}
	 * @param editorialSourceId the id of the source of an editorial image
	 * @param editorialSourceName the name of that source
	 * @param eventIds the ids of the events of the image
	 * @param graphicStyle {@code Photography} or {@code Illustration}
	 * @param imageFamily {@code creative} or {@code editorial}
	 * @param imageId the id that identifies the image in other operations
	 * @param keywords the keywords, if they were requested
	 * @param licensingModel for instance {@code RightsManaged}
	 * @param orientations for instance {@code Horizontal}
	 * @param qualityRank of an editorial image: 1 for the most relevant of its event, to
	 * 3
	 * @param referralDestinations the sites that show the image
	 * @param releaseMessage whether models and property are released
	 * @param restrictions the restrictions of use
	 * @param title the title
	 * @param urlComp the URL of an image for a layout
	 * @param urlEmbed the URL of the oEmbed data; null if the image cannot be embedded
	 * @param urlPreview the URL of a preview
	 * @param urlThumb the URL of a thumbnail
	 * @param urlWatermarkComp the URL of an image for a layout, with a watermark
	 * @param urlWatermarkPreview the URL of a preview with a watermark
	 */
	public Image {
		applicableProductOfferings = ListCopies.orEmpty(applicableProductOfferings);
		authorizationConstraints = ListCopies.orEmpty(authorizationConstraints);
		editorialSegments = ListCopies.orEmpty(editorialSegments);
		eventIds = ListCopies.orEmpty(eventIds);
		keywords = ListCopies.orEmpty(keywords);
		orientations = ListCopies.orEmpty(orientations);
		referralDestinations = ListCopies.orEmpty(referralDestinations);
		restrictions = ListCopies.orEmpty(restrictions);
	}

	/**
	 * Create an image for a test of an application.
	 * @param imageId the id
	 * @param title the title
	 * @return the image; its other values are null or empty
	 */
	public static Image of(String imageId, String title) {
		return new Image(List.of(), null, List.of(), null, null, null, null, null, null, null, List.of(), null, null,
				List.of(), null, null, imageId, List.of(), null, List.of(), null, List.of(), null, List.of(), title,
				null, null, null, null, null, null);
	}

}
