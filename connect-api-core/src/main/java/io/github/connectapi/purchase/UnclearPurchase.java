package io.github.connectapi.purchase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.UnexpectedFailures;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.download.GetPreviousDownloads;
import io.github.connectapi.download.GetPreviousDownloadsResult;
import io.github.connectapi.download.GetPreviousDownloadsResult.PreviousDownload;
import io.github.connectapi.license.License;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;

/**
 * Helps after a purchase whose outcome is unclear: repeats it if that is free, or else
 * collects evidence. Its own failures never replace the first one.
 */
final class UnclearPurchase {

	/** Clocks of client and server may differ by this. */
	private static final Duration SKEW = Duration.ofMinutes(5);

	private static final int PAGE_SIZE = 50;

	private static final int MAX_PAGES = 20;

	private final ConnectApi connect;

	private final LicenseAuthorizer authorizer;

	private final BuyingCall buyingCall;

	private final InstantSource clock;

	private final LongSupplier nanoClock;

	private final long deadline;

	private final List<Throwable> failures = new ArrayList<>();

	UnclearPurchase(ImageLicensingBuilder settings, LicenseAuthorizer authorizer, BuyingCall buyingCall) {
		this.connect = settings.connect;
		this.authorizer = authorizer;
		this.buyingCall = buyingCall;
		this.clock = settings.clock;
		this.nanoClock = settings.nanoClock;
		this.deadline = settings.nanoClock.getAsLong() + settings.unclearTimeout.toNanos();
	}

	/** Return a license, or throw the failure with evidence. */
	License resolve(LicenseRequest request, LicenseOption before, Instant sentAt, ConnectPurchaseException failure) {
		// Each further call would fail at once.
		if (Thread.currentThread().isInterrupted()) {
			throw failure;
		}
		AuthorizedOption after = this.buyingCall.isRepeatedIfFree() ? attempt(() -> authorize(request, before)) : null;
		if (after != null && after.option().isFree()) {
			String coordinationId = failure.coordinationId().orElseThrow();
			License license = attempt(() -> this.buyingCall.send(request, after, coordinationId, remainingTime()));
			if (license != null) {
				return license;
			}
		}
		List<PreviousDownload> downloads = attempt(() -> previousDownloads(request, sentAt));
		throw failure.withEvidence(
				new PurchaseEvidence(sentAt, before, (after != null) ? after.option() : null, downloads),
				this.failures);
	}

	private @Nullable AuthorizedOption authorize(LicenseRequest request, LicenseOption before) {
		return this.authorizer.authorize(request.withSize(before.size()), remainingTime())
			.stream()
			.filter((each) -> each.isSameOffering(before))
			.findFirst()
			.orElse(null);
	}

	// A part of the downloads would look like evidence that there was none.
	private @Nullable List<PreviousDownload> previousDownloads(LicenseRequest request, Instant sentAt) {
		GetPreviousDownloads search = GetPreviousDownloads.ofPage(1, PAGE_SIZE)
			.withDates(sentAt.minus(SKEW), this.clock.instant().plus(SKEW));
		List<PreviousDownload> downloads = new ArrayList<>();
		int start = 1;
		for (int page = 0; page < MAX_PAGES; page++) {
			GetPreviousDownloadsResult result = page(search.withPage(start, PAGE_SIZE));
			result.previousDownloads()
				.stream()
				.filter((each) -> Objects.equals(each.assetId(), request.assetId()))
				.forEach(downloads::add);
			start += result.previousDownloads().size();
			Integer total = result.itemTotalCount();
			if (result.previousDownloads().isEmpty() || total == null || start > total) {
				return downloads;
			}
		}
		return null;
	}

	private GetPreviousDownloadsResult page(GetPreviousDownloads search) {
		ConnectRequest call = ConnectRequest.of(ConnectOperations.GET_PREVIOUS_DOWNLOADS, search)
			.withTimeout(remainingTime());
		return this.connect.exchange(call, GetPreviousDownloadsResult.class).result();
	}

	private Duration remainingTime() {
		return Duration.ofNanos(Math.max(1_000_000, this.deadline - this.nanoClock.getAsLong()));
	}

	private <T> @Nullable T attempt(Supplier<@Nullable T> call) {
		if (this.deadline - this.nanoClock.getAsLong() <= 0) {
			return null;
		}
		try {
			return call.get();
		}
		catch (RuntimeException | Error ex) {
			if (UnexpectedFailures.isFatal(ex)) {
				throw ex;
			}
			this.failures.add(ex);
			return null;
		}
	}

}
