package io.github.connectapi.samples.picturesearch.purchase;

import org.jspecify.annotations.Nullable;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

import io.github.connectapi.image.ImageSize;

/**
 * A size in which a picture can be licensed.
 *
 * @param key the key of the size
 * @param name the name of the size; null if it has none
 * @param pixels width and height; null if unknown
 * @param bytes the size of the file; null if unknown
 * @param mediaType the media type of the file; null if unknown
 */
record PictureSize(String key, @Nullable String name, @Nullable String pixels, @Nullable Long bytes,
		@Nullable String mediaType) {

	static PictureSize of(String key, ImageSize size) {
		boolean measured = size.pixelWidth() != null && size.pixelHeight() != null;
		return new PictureSize(key, size.sizeName(),
				measured ? "%d × %d".formatted(size.pixelWidth(), size.pixelHeight()) : null, size.fileSizeInBytes(),
				size.mimeType());
	}

	public String label() {
		String measure = (this.pixels != null) ? this.pixels + " pixels" : this.key;
		return (this.name != null) ? this.name + ", " + measure : measure;
	}

	public String fileSize() {
		return (this.bytes != null) ? FileSize.text(this.bytes) : "file size unknown";
	}

	/** Return a name for the file. Its address need not contain one. */
	String fileName(String imageId) {
		String measure = (this.pixels != null) ? this.pixels.replace(" × ", "x") : this.key;
		String extension = contentType().getSubtype().replace("jpeg", "jpg");
		return "%s %s%s".formatted(imageId, measure, extension.matches("[a-z]{2,4}") ? "." + extension : "");
	}

	MediaType contentType() {
		try {
			return (this.mediaType != null) ? MediaType.parseMediaType(this.mediaType)
					: MediaType.APPLICATION_OCTET_STREAM;
		}
		catch (InvalidMediaTypeException ex) {
			// The file is bought, so it must be available in any case.
			return MediaType.APPLICATION_OCTET_STREAM;
		}
	}

}
