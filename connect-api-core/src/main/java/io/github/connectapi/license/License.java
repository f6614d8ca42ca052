package io.github.connectapi.license;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.Secret;

/**
 * What a purchase returns: an image or a video in one size, and the address of its file.
 * The file can be downloaded as often as the address is valid, which costs nothing more.
 * {@link #fromText} restores one that was stored. Immutable and thread-safe.
 */
public final class License {

	private final String assetId;

	private final @Nullable String sizeKey;

	private final @Nullable String productOfferingType;

	private final @Nullable String productOfferingInstanceId;

	private final String coordinationId;

	private final Instant purchasedAt;

	private final @Nullable Long fileSize;

	private final Secret fileAddress;

	License(LicenseBuilder builder) {
		this.assetId = builder.assetId;
		this.sizeKey = builder.sizeKey;
		this.productOfferingType = builder.productOfferingType;
		this.productOfferingInstanceId = builder.productOfferingInstanceId;
		this.coordinationId = builder.coordinationId;
		this.purchasedAt = builder.purchasedAt;
		this.fileSize = builder.fileSize;
		this.fileAddress = builder.fileAddress;
	}

	/**
	 * Create a builder. Applications may use this in their tests.
	 * @param assetId the id of the image or video
	 * @param coordinationId the coordination id of the purchase
	 * @param purchasedAt when it was bought
	 * @param fileAddress the URL of the file
	 * @return the builder
	 */
	public static LicenseBuilder builder(String assetId, String coordinationId, Instant purchasedAt,
			Secret fileAddress) {
		return new LicenseBuilder(assetId, coordinationId, purchasedAt, fileAddress);
	}

	/**
	 * Restore a license from its text.
	 * @param text the result of {@link #toText}; surrounding white space is ignored
	 * @return an equal license
	 * @throws IllegalArgumentException if the text is damaged, was written by a later
	 * version, or is not the text of a license; the message does not contain the text
	 */
	public static License fromText(String text) {
		return LicenseText.read(text);
	}

	/**
	 * Write this license as a text, which an application can store before it downloads
	 * the file. The text is opaque and remains readable for later versions. It contains
	 * the address of the file, so it is a secret: anyone who knows it can download the
	 * file.
	 * @return a single line of ASCII
	 */
	public String toText() {
		return LicenseText.write(this);
	}

	/**
	 * Return the id of the image or video.
	 * @return the id
	 */
	public String assetId() {
		return this.assetId;
	}

	/**
	 * Return the key of the size.
	 * @return the key; empty if the size is not known
	 */
	public Optional<String> sizeKey() {
		return Optional.ofNullable(this.sizeKey);
	}

	/**
	 * Return the type of the product offering that was used.
	 * @return the type, for example {@code EasyAccess}; empty if it is not known
	 */
	public Optional<String> productOfferingType() {
		return Optional.ofNullable(this.productOfferingType);
	}

	/**
	 * Return the instance of the product offering that was used.
	 * @return the id of the instance; empty if it is not known
	 */
	public Optional<String> productOfferingInstanceId() {
		return Optional.ofNullable(this.productOfferingInstanceId);
	}

	/**
	 * Return the id by which Getty Images can find the purchase.
	 * @return the coordination id that was sent with the purchase
	 */
	public String coordinationId() {
		return this.coordinationId;
	}

	/**
	 * Return when the response to the purchase was received.
	 * @return the time of the clock of the client
	 */
	public Instant purchasedAt() {
		return this.purchasedAt;
	}

	/**
	 * Return the size of the file that the API announced.
	 * @return the size in bytes; empty if it is not known
	 */
	public OptionalLong fileSize() {
		return (this.fileSize != null) ? OptionalLong.of(this.fileSize) : OptionalLong.empty();
	}

	/**
	 * Return the address of the file.
	 * @return a URL; anyone who knows it can download the file
	 */
	public Secret fileAddress() {
		return this.fileAddress;
	}

	/**
	 * Return a copy without the announced size of the file, to download a file whose size
	 * differs from it. The size of the response is checked nevertheless.
	 * @return the copy
	 */
	public License withoutFileSize() {
		return new LicenseBuilder(this.assetId, this.coordinationId, this.purchasedAt, this.fileAddress)
			.sizeKey(this.sizeKey)
			.productOffering(this.productOfferingType, this.productOfferingInstanceId)
			.build();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof License license && this.assetId.equals(license.assetId)
				&& Objects.equals(this.sizeKey, license.sizeKey)
				&& Objects.equals(this.productOfferingType, license.productOfferingType)
				&& Objects.equals(this.productOfferingInstanceId, license.productOfferingInstanceId)
				&& this.coordinationId.equals(license.coordinationId) && this.purchasedAt.equals(license.purchasedAt)
				&& Objects.equals(this.fileSize, license.fileSize) && this.fileAddress.equals(license.fileAddress);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.assetId, this.sizeKey, this.productOfferingType, this.productOfferingInstanceId,
				this.coordinationId, this.purchasedAt, this.fileSize, this.fileAddress);
	}

	/** Return a text that does not contain the address. */
	@Override
	public String toString() {
		return "License[assetId=" + this.assetId + ", sizeKey=" + this.sizeKey + ", productOfferingType="
				+ this.productOfferingType + ", productOfferingInstanceId=" + this.productOfferingInstanceId
				+ ", coordinationId=" + this.coordinationId + ", purchasedAt=" + this.purchasedAt + ", fileSize="
				+ this.fileSize + ", fileAddress=" + this.fileAddress + "]";
	}

}
