package io.github.connectapi.samples.picturesearch.purchase;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.purchase.LicenseOption;
import io.github.connectapi.purchase.PlannedPurchase;
import io.github.connectapi.purchase.PurchaseEvidence;

/**
 * What is known about a purchase that was sent. Contains no secret.
 *
 * @param coordinationId the id by which Getty Images can find the purchase
 * @param sentAt when it was sent
 * @param offering the product offering that pays
 * @param before the remaining downloads before the purchase; null if unknown
 * @param after the remaining downloads afterwards; null if unknown
 * @param downloads the downloads of the picture that Getty Images lists; null if they
 * could not be read
 */
record Evidence(String coordinationId, Instant sentAt, String offering, @Nullable Integer before,
		@Nullable Integer after, @Nullable List<String> downloads) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.US)
		.withZone(ZoneOffset.UTC);

	static Evidence of(PlannedPurchase purchase, Instant now) {
		LicenseOption option = purchase.option();
		return new Evidence(purchase.coordinationId(), now, name(option.productOfferingType()),
				option.downloadsRemaining(), null, null);
	}

	Evidence with(PurchaseEvidence found) {
		List<String> listed = (found.previousDownloads() != null) ? found.previousDownloads()
			.stream()
			.map((download) -> "%s, %s".formatted(text(download.dateDownloaded()), name(download.productOffering())))
			.toList() : null;
		return with((found.after() != null) ? found.after().downloadsRemaining() : null, listed);
	}

	/** Return a copy with the remaining downloads of the same product offering. */
	Evidence withRemainingOf(List<LicenseOption> options) {
		return options.stream()
			.filter((option) -> this.offering.equals(name(option.productOfferingType())))
			.findFirst()
			.map((option) -> with(option.downloadsRemaining(), this.downloads))
			.orElse(this);
	}

	private Evidence with(@Nullable Integer remaining, @Nullable List<String> listed) {
		return new Evidence(this.coordinationId, this.sentAt, this.offering, this.before, remaining, listed);
	}

	public String sent() {
		return text(this.sentAt);
	}

	private static String name(@Nullable String offering) {
		return Offering.name(Objects.requireNonNullElse(offering, ""));
	}

	static String text(@Nullable Instant instant) {
		return (instant != null) ? TIME.format(instant) : "time unknown";
	}

}
