package io.github.connectapi.search;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An image that was found. What the server did not tell is null.
 *
 * @param imageId its id, by which other operations know it
 * @param title its title
 * @param artist who made it
 * @param caption what is to be seen
 * @param collectionName the collection that it belongs to
 * @param dateCreated when it was made
 * @param imageFamily {@code creative} or {@code editorial}
 * @param licensingModel for instance {@code RightsManaged}
 * @param urlPreview the address of a preview
 * @param urlThumb the address of a thumbnail
 */
public record Image(@Nullable String imageId, @Nullable String title, @Nullable String artist, @Nullable String caption,
		@Nullable String collectionName, @Nullable Instant dateCreated, @Nullable String imageFamily,
		@Nullable String licensingModel, @Nullable String urlPreview, @Nullable String urlThumb) {
}
