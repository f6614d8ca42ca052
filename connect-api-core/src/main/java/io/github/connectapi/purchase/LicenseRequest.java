package io.github.connectapi.purchase;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What to license: an image or a video in a size, and optionally the product offering
 * that pays. Immutable and thread-safe.
 */
public final class LicenseRequest {

	private final Kind kind;

	private final String assetId;

	private final @Nullable String size;

	private final @Nullable String productOffering;

	private final long expectedFileSize;

	private LicenseRequest(Kind kind, String assetId, @Nullable String size, @Nullable String productOffering,
			long expectedFileSize) {
		this.kind = kind;
		this.assetId = assetId;
		this.size = size;
		this.productOffering = productOffering;
		this.expectedFileSize = expectedFileSize;
	}

	/**
	 * Create a request for an image.
	 * @param imageId the id of the image
	 * @param sizeKey the key of the size, see {@code ImageSize.sizeKey()}
	 * @return the request
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public static LicenseRequest of(String imageId, String sizeKey) {
		Assert.hasText(sizeKey, "The size key of a license must not be blank");
		return create(Kind.IMAGE, imageId, sizeKey);
	}

	/**
	 * Create a request for the largest size of an image that a product offering includes.
	 * @param imageId the id of the image
	 * @return the request
	 * @throws IllegalArgumentException if the id is blank
	 */
	public static LicenseRequest largest(String imageId) {
		return create(Kind.IMAGE, imageId, null);
	}

	/**
	 * Create a request for a video. The API does not report whether a download of a video
	 * is free, nor how many remain.
	 * @param assetId the id of the video
	 * @param sizeName the name of the size, see {@code Video.DownloadSize.name()}
	 * @return the request
	 * @throws IllegalArgumentException if an argument is blank
	 */
	public static LicenseRequest video(String assetId, String sizeName) {
		Assert.hasText(sizeName, "The size name of a license must not be blank");
		return create(Kind.VIDEO, assetId, sizeName);
	}

	private static LicenseRequest create(Kind kind, String assetId, @Nullable String size) {
		Assert.hasText(assetId, "The asset id of a license must not be blank");
		return new LicenseRequest(kind, assetId, size, null, -1);
	}

	/**
	 * Return a copy with the product offering that pays. No other one is used.
	 * @param typeOrInstanceId the type, for instance {@code EasyAccess}, or the id of the
	 * instance
	 * @return the copy
	 * @throws IllegalArgumentException if the argument is blank
	 */
	public LicenseRequest withProductOffering(String typeOrInstanceId) {
		Assert.hasText(typeOrInstanceId, "The product offering of a license must not be blank");
		return new LicenseRequest(this.kind, this.assetId, this.size, typeOrInstanceId, this.expectedFileSize);
	}

	/**
	 * Return a copy with the size of the file, which is compared with the maximum file
	 * size and the disk before the purchase, and with the file afterwards. Without it,
	 * the size is read by {@code GetImageDetails} before a download.
	 * @param bytes the size that the API announced, see
	 * {@code ImageSize.fileSizeInBytes()}
	 * @return the copy
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public LicenseRequest withExpectedFileSize(long bytes) {
		Assert.isTrue(bytes > 0, "The expected file size must be positive");
		return new LicenseRequest(this.kind, this.assetId, this.size, this.productOffering, bytes);
	}

	/** Return a copy for the size that an authorization has. */
	LicenseRequest withSize(@Nullable String authorizedSize) {
		return (authorizedSize == null) ? this : new LicenseRequest(this.kind, this.assetId, authorizedSize,
				this.productOffering, this.expectedFileSize);
	}

	/**
	 * Return the id of the image or video.
	 * @return the id
	 */
	public String assetId() {
		return this.assetId;
	}

	/**
	 * Return whether the asset is a video.
	 * @return false for an image
	 */
	public boolean isVideo() {
		return this.kind == Kind.VIDEO;
	}

	/**
	 * Return the size.
	 * @return the key of the size of an image, or the name of that of a video; empty for
	 * the largest size
	 */
	public Optional<String> size() {
		return Optional.ofNullable(this.size);
	}

	/**
	 * Return the product offering that must pay.
	 * @return the type or the id of the instance; empty for any
	 */
	public Optional<String> productOffering() {
		return Optional.ofNullable(this.productOffering);
	}

	/**
	 * Return the expected size of the file.
	 * @return the size in bytes; empty if it is not known
	 */
	public OptionalLong expectedFileSize() {
		return (this.expectedFileSize >= 0) ? OptionalLong.of(this.expectedFileSize) : OptionalLong.empty();
	}

	/** Return whether both requests license the same. The file size does not matter. */
	boolean isSamePurchase(LicenseRequest other) {
		return this.kind == other.kind && this.assetId.equals(other.assetId) && Objects.equals(this.size, other.size)
				&& Objects.equals(this.productOffering, other.productOffering);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof LicenseRequest request && isSamePurchase(request)
				&& this.expectedFileSize == request.expectedFileSize;
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.kind, this.assetId, this.size, this.productOffering, this.expectedFileSize);
	}

	@Override
	public String toString() {
		return "LicenseRequest[kind=" + this.kind + ", assetId=" + this.assetId + ", size=" + this.size
				+ ", productOffering=" + this.productOffering + ", expectedFileSize=" + this.expectedFileSize + "]";
	}

	private enum Kind {

		IMAGE, VIDEO

	}

}
