package io.github.connectapi.test.file;

import java.util.Locale;

import io.github.connectapi.test.Internal;

/**
 * A small version of an image or video, which needs no license. Its size is the longest
 * side in pixels; those of the thumbnail and the preview are documented.
 */
@Internal
public enum Rendition {

	/** The thumbnail in a grid of results. */
	THUMB(170, false),

	/** The preview. */
	PREVIEW(340, false),

	/** The picture for a layout. */
	COMP(1024, false),

	/** The preview with a watermark. */
	WATERMARK_PREVIEW(340, true),

	/** The picture for a layout with a watermark. */
	WATERMARK_COMP(1024, true);

	private final int longestSide;

	private final boolean watermarked;

	Rendition(int longestSide, boolean watermarked) {
		this.longestSide = longestSide;
		this.watermarked = watermarked;
	}

	public int longestSide() {
		return this.longestSide;
	}

	public boolean isWatermarked() {
		return this.watermarked;
	}

	/**
	 * Return the address of the file.
	 * @param baseUrl the base URL of the server
	 * @param assetId the id of the image or video
	 * @return the URL
	 */
	public String url(String baseUrl, String assetId) {
		return "%s/assets/%s-%s.jpg".formatted(baseUrl, assetId, pathName());
	}

	/**
	 * Return the part of the path that names this rendition.
	 * @return the name, such as {@code watermark-preview}
	 */
	public String pathName() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
