package io.github.connectapi.image;

import org.jspecify.annotations.Nullable;

/**
 * Size in which an image can be downloaded. Values that the server did not return are
 * null. Only the library creates instances; components may be added.
 *
 * @param fileSizeInBytes the size of the file in bytes
 * @param inchesHeight the height in inches at the resolution
 * @param inchesWidth the width in inches at the resolution
 * @param mimeType the media type, for instance {@code image/jpeg}
 * @param pixelHeight the height in pixels
 * @param pixelWidth the width in pixels
 * @param resolutionDpi the resolution in dots per inch
 * @param sizeKey the key of the size for {@code GetImageDownloadAuthorizations}
 * @param sizeName the name of the size; only for royalty-free images and with the detail
 * level {@code IncludeSizeName}
 */
public record ImageSize(@Nullable Long fileSizeInBytes, @Nullable Double inchesHeight, @Nullable Double inchesWidth,
		@Nullable String mimeType, @Nullable Integer pixelHeight, @Nullable Integer pixelWidth,
		@Nullable Integer resolutionDpi, @Nullable String sizeKey, @Nullable String sizeName) {

}
