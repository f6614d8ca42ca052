package io.github.connectapi.search;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Image in the result of a search. Values that the server did not return are null. Only
 * the library creates instances; components may be added.
 *
 * @param imageId the id that identifies the image in other operations
 * @param title the title
 * @param artist the artist
 * @param caption the caption
 * @param collectionName the name of the collection that contains the image
 * @param dateCreated when the image was created
 * @param imageFamily {@code creative} or {@code editorial}
 * @param licensingModel for instance {@code RightsManaged}
 * @param urlPreview the URL of a preview
 * @param urlThumb the URL of a thumbnail
 */
public record Image(@Nullable String imageId, @Nullable String title, @Nullable String artist, @Nullable String caption,
		@Nullable String collectionName, @Nullable Instant dateCreated, @Nullable String imageFamily,
		@Nullable String licensingModel, @Nullable String urlPreview, @Nullable String urlThumb) {
}
