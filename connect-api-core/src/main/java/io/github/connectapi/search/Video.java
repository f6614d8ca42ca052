package io.github.connectapi.search;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import org.jspecify.annotations.Nullable;

import io.github.connectapi.download.DownloadAuthorization;
import io.github.connectapi.operation.ListCopies;

/**
 * Video in the result of a search. Values that the server did not return are null, and
 * lists are empty then. Only the library creates instances; components may be added.
 *
 * @param aspectRatios for instance {@code 16:9}
 * @param assetFamily {@code Creative} or {@code Editorial}
 * @param assetId the id that identifies the video in other operations
 * @param authorizationConstraints the limits of the authorization
 * @param caption the caption
 * @param clipLength the length, as the server formats it
 * @param collectionId the id of the collection that contains the video
 * @param collectionName the name of that collection
 * @param color {@code Color} or {@code BlackAndWhite}
 * @param copyright the copyright
 * @param dateCreated when the video was created
 * @param downloadSizes the sizes that can be downloaded
 * @param era {@code Archival} or {@code Contemporary}
 * @param filmMaker the film maker
 * @param keywords the keywords
 * @param licenseType for instance {@code RightsReady}
 * @param masteredTo the format of the master
 * @param originallyShotOn the format of the recording
 * @param release for instance {@code ModelReleased}
 * @param restrictions the restrictions of use
 * @param shotSpeed {@code RealTime}, {@code SlowMotion} or {@code TimeLapse}
 * @param source the source of an editorial video
 * @param title the title
 * @param urls the URLs
 */
public record Video(List<String> aspectRatios, @Nullable String assetFamily, @Nullable String assetId,
		List<String> authorizationConstraints, @Nullable String caption, @Nullable String clipLength,
		@Nullable String collectionId, @Nullable String collectionName, @Nullable String color,
		@Nullable String copyright, @Nullable Instant dateCreated, List<DownloadSize> downloadSizes,
		@Nullable String era, @Nullable String filmMaker, List<Keyword> keywords, @Nullable String licenseType,
		@Nullable String masteredTo, @Nullable String originallyShotOn, @Nullable String release,
		List<String> restrictions, @Nullable String shotSpeed, @Nullable String source, @Nullable String title,
		@Nullable Urls urls) {

	/**
	 * Create a record with copies of the lists. A missing list is empty.
	 * @param aspectRatios for instance {@code 16:9}
	 * @param assetFamily {@code Creative} or {@code Editorial}
	 * @param assetId the id that identifies the video in other operations
	 * @param authorizationConstraints the limits of the authorization
	 * @param caption the caption
	 * @param clipLength the length, as the server formats it
	 * @param collectionId the id of the collection that contains the video
	 * @param collectionName the name of that collection
	 * @param color {@code Color} or {@code BlackAndWhite}
	 * @param copyright the copyright
	 * @param dateCreated when the video was created
	 * @param downloadSizes the sizes that can be downloaded
	 * @param era {@code Archival} or {@code Contemporary}
	 * @param filmMaker the film maker
	 * @param keywords the keywords
	 * @param licenseType for instance {@code RightsReady}
	 * @param masteredTo the format of the master
	 * @param originallyShotOn the format of the recording
	 * @param release for instance {@code ModelReleased}
	 * @param restrictions the restrictions of use
	 * @param shotSpeed {@code RealTime}, {@code SlowMotion} or {@code TimeLapse}
	 * @param source the source of an editorial video
	 * @param title the title
	 * @param urls the URLs
	 */
	public Video {
		aspectRatios = ListCopies.orEmpty(aspectRatios);
		authorizationConstraints = ListCopies.orEmpty(authorizationConstraints);
		downloadSizes = ListCopies.orEmpty(downloadSizes);
		keywords = ListCopies.orEmpty(keywords);
		restrictions = ListCopies.orEmpty(restrictions);
	}

	/**
	 * Size of a video. Values that the server did not return are null, and lists are
	 * empty then. Only the library creates instances; components may be added.
	 *
	 * @param description the description
	 * @param name the name
	 * @param downloadAuthorizations one for each product offering that includes the video
	 */
	public record DownloadSize(@Nullable String description, @Nullable String name,
			List<Authorization> downloadAuthorizations) {

		/**
		 * Create a record with copies of the lists. A missing list is empty.
		 * @param description the description
		 * @param name the name
		 * @param downloadAuthorizations one for each product offering that includes the
		 * video
		 */
		public DownloadSize {
			downloadAuthorizations = ListCopies.orEmpty(downloadAuthorizations);
		}

	}

	/**
	 * Authorization to download a video in a size. Values that the server did not return
	 * are null. Only the library creates instances; components may be added.
	 *
	 * @param downloadToken the token for {@code CreateDownloadRequest}; a secret
	 * @param productOfferingInstanceId the id of the product offering; null if the
	 * customer can have only one of its type
	 * @param productOfferingType the type of the product offering, for instance
	 * {@code EasyAccess}
	 */
	public record Authorization(@Nullable String downloadToken,
			@JsonAlias("InstanceId") @Nullable String productOfferingInstanceId,
			@Nullable String productOfferingType) implements DownloadAuthorization {

		/** Return a text that does not contain the token. */
		@Override
		public String toString() {
			return "Authorization[productOfferingInstanceId=" + this.productOfferingInstanceId
					+ ", productOfferingType=" + this.productOfferingType + "]";
		}

	}

	/**
	 * Keyword of a video. The documentation has two names for its id and its weight; both
	 * are read. Values that the server did not return are null. Only the library creates
	 * instances; components may be added.
	 *
	 * @param id the id
	 * @param text the word in the language of the request
	 * @param type the kind of keyword
	 * @param weight the weight, usually a number
	 */
	public record Keyword(@JsonAlias("KeywordId") @Nullable String id, @Nullable String text, @Nullable String type,
			@JsonAlias("KeywordWeight") @Nullable String weight) {

	}

	/**
	 * URLs of a video. Values that the server did not return are null, and lists are
	 * empty then. Only the library creates instances; components may be added.
	 *
	 * @param comp a video with a watermark, for a layout
	 * @param flashPreview a preview in the Flash format
	 * @param storyBoard the images of the story board
	 * @param thumb a thumbnail
	 */
	public record Urls(@Nullable String comp, @Nullable String flashPreview, List<StoryBoardItem> storyBoard,
			@Nullable String thumb) {

		/**
		 * Create a record with copies of the lists. A missing list is empty.
		 * @param comp a video with a watermark, for a layout
		 * @param flashPreview a preview in the Flash format
		 * @param storyBoard the images of the story board
		 * @param thumb a thumbnail
		 */
		public Urls {
			storyBoard = ListCopies.orEmpty(storyBoard);
		}

	}

	/**
	 * Image of a story board. Values that the server did not return are null. Only the
	 * library creates instances; components may be added.
	 *
	 * @param imageUrl the URL of the image
	 * @param sequenceNumber the position of the image
	 */
	public record StoryBoardItem(@Nullable String imageUrl, @Nullable Integer sequenceNumber) {

	}

}
