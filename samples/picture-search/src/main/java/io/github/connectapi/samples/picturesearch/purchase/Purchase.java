package io.github.connectapi.samples.picturesearch.purchase;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.purchase.ConnectPurchaseException;
import io.github.connectapi.purchase.LicenseRequest;

/**
 * The purchase of a picture in one size. Contains no secret.
 *
 * @param id the id, which is the same for each purchase of this picture in this size
 * @param imageId the id of the picture
 * @param title the title of the picture
 * @param size the size
 * @param offering the product offering that the person chose; empty if there was none to
 * choose
 * @param status the status
 * @param reason why it failed; null if it did not
 * @param evidence what is known since the purchase was sent; null if it was not sent
 * @param check the last check of an unclear outcome; null if there was none
 */
record Purchase(UUID id, String imageId, String title, PictureSize size, String offering, Status status,
		@Nullable String reason, @Nullable Evidence evidence, @Nullable Check check) {

	static Purchase of(Picture picture, PictureSize size, String offering) {
		return new Purchase(id(picture.id(), size.key()), picture.id(), picture.title(), size, offering, Status.BUYING,
				null, null, null);
	}

	/** A second click, tab or process finds the first purchase by this id. */
	static UUID id(String imageId, String sizeKey) {
		return UUID.nameUUIDFromBytes((imageId + "\n" + sizeKey).getBytes(StandardCharsets.UTF_8));
	}

	LicenseRequest request() {
		LicenseRequest request = LicenseRequest.of(this.imageId, this.size.key());
		if (this.size.bytes() != null) {
			request = request.withExpectedFileSize(this.size.bytes());
		}
		return this.offering.isEmpty() ? request : request.withProductOffering(this.offering);
	}

	/** Begin anew, after a person has decided that nothing was bought. */
	Purchase startOver() {
		return with(Status.BUYING, null, null);
	}

	Purchase buying() {
		return with(Status.BUYING, null, this.evidence);
	}

	Purchase sent(Evidence sent) {
		return with(this.status, this.reason, sent);
	}

	Purchase downloading() {
		return with(Status.DOWNLOADING, null, this.evidence);
	}

	Purchase done() {
		return with(Status.DONE, null, this.evidence);
	}

	Purchase fileMissing(String why) {
		return with(Status.FILE_MISSING, why, this.evidence);
	}

	Purchase checked(Check result, @Nullable Evidence found) {
		return new Purchase(this.id, this.imageId, this.title, this.size, this.offering, Status.UNCLEAR, this.reason,
				found, result);
	}

	/**
	 * Return the purchase after a failure.
	 * @param before what is true if this attempt bought nothing
	 */
	Purchase failed(ConnectPurchaseException failure, Status before) {
		String why = failure.reason().name();
		return switch (failure.outcome()) {
			case BOUGHT -> fileMissing(why);
			case NOT_BOUGHT -> with(before, why, (before == Status.NOT_BOUGHT) ? null : this.evidence);
			case UNCLEAR -> with((before == Status.FILE_MISSING) ? before : Status.UNCLEAR, why,
					(this.evidence != null) ? failure.evidence().map(this.evidence::with).orElse(this.evidence) : null);
		};
	}

	/** Return the purchase after the process ended during it. */
	Purchase interrupted(boolean hasLicense, boolean hasFile) {
		String why = ConnectPurchaseException.Reason.INTERRUPTED.name();
		return switch (this.status) {
			case BUYING -> hasLicense ? fileMissing(why)
					: with((this.evidence != null) ? Status.UNCLEAR : Status.NOT_BOUGHT, why, this.evidence);
			case DOWNLOADING, DONE -> hasFile ? done() : fileMissing(why);
			case NOT_BOUGHT, FILE_MISSING, UNCLEAR -> this;
		};
	}

	private Purchase with(Status newStatus, @Nullable String why, @Nullable Evidence newEvidence) {
		return new Purchase(this.id, this.imageId, this.title, this.size, this.offering, newStatus, why, newEvidence,
				null);
	}

	enum Status {

		BUYING, DOWNLOADING, DONE, NOT_BOUGHT, FILE_MISSING, UNCLEAR

	}

	/**
	 * A check that did not prove the purchase.
	 *
	 * @param at when it was made
	 * @param complete whether Getty Images responded: the download is not free
	 */
	record Check(Instant at, boolean complete) {

		public String time() {
			return Evidence.text(this.at);
		}

	}

}
