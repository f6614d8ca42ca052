package io.github.connectapi.license;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.connectapi.Secret;

/**
 * Builder for a {@link License}. Null means that the API did not return a value. Not
 * thread-safe.
 */
public final class LicenseBuilder {

	final String assetId;

	final String coordinationId;

	final Instant purchasedAt;

	final Secret fileAddress;

	@Nullable String sizeKey;

	@Nullable String productOfferingType;

	@Nullable String productOfferingInstanceId;

	@Nullable Long fileSize;

	LicenseBuilder(String assetId, String coordinationId, Instant purchasedAt, Secret fileAddress) {
		this.assetId = assetId;
		this.coordinationId = coordinationId;
		this.purchasedAt = purchasedAt;
		this.fileAddress = fileAddress;
	}

	/**
	 * Set the size.
	 * @param sizeKey the size key, or null
	 * @return this builder
	 */
	public LicenseBuilder sizeKey(@Nullable String sizeKey) {
		this.sizeKey = sizeKey;
		return this;
	}

	/**
	 * Set the product offering that pays.
	 * @param type the type, for instance {@code PremiumAccess}, or null
	 * @param instanceId the id of the instance, or null
	 * @return this builder
	 */
	public LicenseBuilder productOffering(@Nullable String type, @Nullable String instanceId) {
		this.productOfferingType = type;
		this.productOfferingInstanceId = instanceId;
		return this;
	}

	/**
	 * Set the size of the file.
	 * @param bytes the number of bytes, or null
	 * @return this builder
	 * @throws IllegalArgumentException if the number is negative
	 */
	public LicenseBuilder fileSize(@Nullable Long bytes) {
		Assert.isTrue(bytes == null || bytes >= 0, "The file size must not be negative");
		this.fileSize = bytes;
		return this;
	}

	/**
	 * Create the license.
	 * @return the license
	 */
	public License build() {
		return new License(this);
	}

}
