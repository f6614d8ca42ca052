package io.github.connectapi.samples.picturesearch.purchase;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.download.GetImageDownloadAuthorizationsResult.Authorization;

/**
 * A product offering that can pay for a picture.
 *
 * @param value how a purchase names it; empty if the server did not name it
 * @param name the name, as the page shows it
 * @param free whether it costs no download
 * @param remaining the remaining downloads; null if there is no limit or if that is not
 * known
 */
record Offering(String value, String name, boolean free, @Nullable Integer remaining) {

	static Offering of(Authorization authorization) {
		String type = Objects.requireNonNullElse(authorization.productOfferingType(), "");
		return new Offering(Objects.requireNonNullElse(authorization.productOfferingInstanceId(), type), name(type),
				authorization.downloadIsFree(), authorization.downloadsRemaining());
	}

	/** Return a type such as {@code EasyAccess} in words. */
	static String name(String type) {
		return type.isEmpty() ? "Product offering" : type.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
	}

	public boolean usedUp() {
		return !this.free && this.remaining != null && this.remaining <= 0;
	}

	public String price() {
		if (this.free) {
			return "free, uses no download";
		}
		if (this.remaining == null) {
			return "uses one download";
		}
		return (this.remaining == 1) ? "1 download left" : "%d downloads left".formatted(this.remaining);
	}

}
