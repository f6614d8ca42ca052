package io.github.connectapi.purchase;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.LogSanitizer;
import io.github.connectapi.license.License;

/**
 * Exception thrown when an asset was not licensed, or its file was not downloaded. The
 * {@linkplain #outcome() outcome} says what was bought. Neither the message nor a cause
 * contains a token or the address of the file.
 * <p>
 * It is not a {@link ConnectApiException}, because it is about a purchase, which consists
 * of several calls. That of the failed call is the cause, if there is one. Callers that
 * share a purchase receive copies without a cause, with the first exception suppressed.
 */
public final class ConnectPurchaseException extends RuntimeException {

	/** The outcome. */
	private final PurchaseOutcome outcome;

	/** The reason. */
	private final Reason reason;

	/** The coordination id of the purchase. */
	private final @Nullable String coordinationId;

	/** The details, which are not serialized because they may contain an address. */
	private final transient @Nullable PurchaseDetails details;

	private ConnectPurchaseException(String message, PurchaseOutcome outcome, Reason reason,
			@Nullable String coordinationId, @Nullable PurchaseDetails details, @Nullable Throwable cause) {
		super(message, cause);
		this.outcome = outcome;
		this.reason = reason;
		this.coordinationId = coordinationId;
		this.details = details;
	}

	/**
	 * Create an exception. Applications may use this in their tests.
	 * @param message the detail message, without secrets
	 * @param outcome what was bought
	 * @param reason the reason
	 * @param coordinationId the id of the purchase, or null
	 */
	public ConnectPurchaseException(String message, PurchaseOutcome outcome, Reason reason,
			@Nullable String coordinationId) {
		this(message, outcome, reason, coordinationId, null, null);
	}

	static ConnectPurchaseException notBought(String assetId, Reason reason, String detail, @Nullable Throwable cause) {
		return new ConnectPurchaseException(
				"Asset %s was not bought: %s".formatted(LogSanitizer.sanitize(assetId), detail),
				PurchaseOutcome.NOT_BOUGHT, reason, null, null, cause);
	}

	static ConnectPurchaseException severalOfferings(String assetId, List<LicenseOption> options) {
		return new ConnectPurchaseException(
				"Asset %s was not bought: %s product offerings can license it (%s). Choose one with withProductOffering"
					.formatted(LogSanitizer.sanitize(assetId), options.size(), types(options)),
				PurchaseOutcome.NOT_BOUGHT, Reason.SEVERAL_OFFERINGS, null, PurchaseDetails.of(options), null);
	}

	private static String types(List<LicenseOption> options) {
		return options.stream()
			.map((option) -> LogSanitizer.sanitize(String.valueOf(option.productOfferingType())))
			.distinct()
			.collect(Collectors.joining(", "));
	}

	static ConnectPurchaseException refused(String assetId, Reason reason, String detail, String coordinationId,
			@Nullable Throwable cause) {
		return new ConnectPurchaseException("Asset %s was not bought: %s (coordination id %s)"
			.formatted(LogSanitizer.sanitize(assetId), detail, coordinationId), PurchaseOutcome.NOT_BOUGHT, reason,
				coordinationId, null, cause);
	}

	static ConnectPurchaseException unclear(String assetId, Reason reason, String detail,
			@Nullable String coordinationId, @Nullable Throwable cause) {
		return new ConnectPurchaseException(
				"It is unclear whether asset %s was bought: %s. Do not buy it again before this is clear (coordination id %s)"
					.formatted(LogSanitizer.sanitize(assetId), detail,
							(coordinationId != null) ? coordinationId : "none"),
				PurchaseOutcome.UNCLEAR, reason, coordinationId, null, cause);
	}

	static ConnectPurchaseException bought(License license, Reason reason, String detail, Throwable cause) {
		return new ConnectPurchaseException(
				"Asset %s was bought, but %s. Do not buy it again: use its license (coordination id %s)"
					.formatted(LogSanitizer.sanitize(license.assetId()), detail, license.coordinationId()),
				PurchaseOutcome.BOUGHT, reason, license.coordinationId(), PurchaseDetails.of(license), cause);
	}

	/** Return this exception with evidence and the failures of reading it. */
	ConnectPurchaseException withEvidence(PurchaseEvidence evidence, List<Throwable> failures) {
		ConnectPurchaseException complete = new ConnectPurchaseException(String.valueOf(getMessage()), this.outcome,
				this.reason, this.coordinationId, PurchaseDetails.of(evidence), getCause());
		complete.setStackTrace(getStackTrace());
		failures.forEach(complete::addSuppressed);
		return complete;
	}

	/** Return a copy for another caller of the same purchase. */
	ConnectPurchaseException copy() {
		ConnectPurchaseException copy = new ConnectPurchaseException(String.valueOf(getMessage()), this.outcome,
				this.reason, this.coordinationId, this.details, null);
		copy.addSuppressed(this);
		return copy;
	}

	/**
	 * Return what was bought.
	 * @return the outcome
	 */
	public PurchaseOutcome outcome() {
		return this.outcome;
	}

	/**
	 * Return why there is no file or license.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * Return the id by which Getty Images can find the purchase.
	 * @return the coordination id; empty if no buying call was planned
	 */
	public Optional<String> coordinationId() {
		return Optional.ofNullable(this.coordinationId);
	}

	/**
	 * Return the license, with which the file can be downloaded.
	 * @return the license; present if the outcome is {@link PurchaseOutcome#BOUGHT}
	 */
	public Optional<License> license() {
		return Optional.ofNullable((this.details != null) ? this.details.license() : null);
	}

	/**
	 * Return what the API reports after an unclear outcome.
	 * @return the evidence; present if the outcome is {@link PurchaseOutcome#UNCLEAR} and
	 * it could be looked for
	 */
	public Optional<PurchaseEvidence> evidence() {
		return Optional.ofNullable((this.details != null) ? this.details.evidence() : null);
	}

	/**
	 * Return the product offerings among which the caller must choose.
	 * @return the options in the order of the server; empty unless the reason is
	 * {@link Reason#SEVERAL_OFFERINGS}
	 */
	public List<LicenseOption> options() {
		return (this.details != null) ? this.details.options() : List.of();
	}

	/**
	 * Reason why an asset was not licensed or its file was not downloaded. Reasons may be
	 * added in minor releases.
	 */
	public enum Reason {

		/** The image or video does not exist. */
		ASSET_NOT_FOUND,

		/** The asset has no such size. */
		SIZE_NOT_FOUND,

		/** No product offering, or not the requested one, can license the asset. */
		NO_AUTHORIZATION,

		/** The product offering has no downloads left. */
		QUOTA_USED_UP,

		/** Several product offerings can license the asset, and none is free. */
		SEVERAL_OFFERINGS,

		/** A call before the purchase failed. */
		PREPARATION_FAILED,

		/** The file could not be downloaded. This was checked before the purchase. */
		FILE_NOT_POSSIBLE,

		/** The {@link PurchaseGuard} threw an exception. */
		REFUSED_BY_GUARD,

		/** The buying call was not sent, for another reason than an interrupt. */
		NOT_SENT,

		/** The server refused the purchase. */
		REFUSED,

		/** The thread was interrupted. Its interrupt status is kept. */
		INTERRUPTED,

		/** There was no response to the buying call. */
		NO_RESPONSE,

		/** The response to the buying call proves nothing. */
		UNUSABLE_RESPONSE,

		/** The license could not be passed to the application. */
		LICENSE_NOT_STORED,

		/** The file of the license was not downloaded. */
		DOWNLOAD_FAILED

	}

}
