package io.github.connectapi.purchase;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.connectapi.SystemClock;
import io.github.connectapi.Timeouts;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.observation.ConnectObservationConvention;
import io.github.connectapi.rest.ConnectRestAccess;

/**
 * Builder for {@link ImageLicensing}. Not thread-safe.
 */
public final class ImageLicensingBuilder {

	final ConnectApi connect;

	final FileDownloads downloads;

	PurchaseGuard guard = PurchaseGuard.NO_OP;

	final List<PurchaseListener> listeners = new ArrayList<>();

	@Nullable ConnectRestAccess singleStep;

	boolean resolvesUnclear = true;

	Duration unclearTimeout = Duration.ofSeconds(20);

	ObservationRegistry observationRegistry = ObservationRegistry.NOOP;

	@Nullable ConnectObservationConvention observationConvention;

	InstantSource clock = SystemClock.wallClock();

	LongSupplier nanoClock = SystemClock.nanoTime();

	ImageLicensingBuilder(ConnectApi connect, FileDownloads downloads) {
		this.connect = connect;
		this.downloads = downloads;
	}

	/**
	 * Set the guard that permits purchases.
	 * @param guard the guard; {@link PurchaseGuard#NO_OP} if not set
	 * @return this builder
	 */
	public ImageLicensingBuilder guard(PurchaseGuard guard) {
		this.guard = guard;
		return this;
	}

	/**
	 * Add a listener for the outcomes of purchases.
	 * @param listener the listener
	 * @return this builder
	 */
	public ImageLicensingBuilder listener(PurchaseListener listener) {
		this.listeners.add(listener);
		return this;
	}

	/**
	 * Buy by SingleStepDownload instead of CreateDownloadRequest. It needs a session of
	 * OAuth 2 with a user, is for {@link LicenseRequest#largest(String)} only, and uses
	 * up a download each time. The server chooses the product offering. After an unclear
	 * outcome, the purchase is not repeated.
	 * @param access the access whose base URL is that of the Connect API; not closed
	 * @return this builder
	 * @throws IllegalArgumentException if it is null
	 */
	public ImageLicensingBuilder singleStep(ConnectRestAccess access) {
		Assert.notNull(access, "The access for single-step downloads must not be null");
		this.singleStep = access;
		return this;
	}

	/**
	 * Set whether something is done after an unclear outcome: the asset is authorized
	 * again, the purchase is repeated if it is free now, and otherwise evidence is
	 * collected.
	 * @param resolvesUnclear true if not set; with false there is no evidence
	 * @return this builder
	 */
	public ImageLicensingBuilder resolveUnclear(boolean resolvesUnclear) {
		this.resolvesUnclear = resolvesUnclear;
		return this;
	}

	/**
	 * Set the maximum time for what is done after an unclear outcome.
	 * @param timeout a positive duration, a day at most; 20 seconds if not set
	 * @return this builder
	 */
	public ImageLicensingBuilder unclearTimeout(Duration timeout) {
		this.unclearTimeout = Timeouts.requirePositive(timeout, "timeout after an unclear purchase");
		return this;
	}

	/**
	 * Set the registry of observations.
	 * @param observationRegistry the registry; {@link ObservationRegistry#NOOP} if not
	 * set
	 * @return this builder
	 */
	public ImageLicensingBuilder observationRegistry(ObservationRegistry observationRegistry) {
		this.observationRegistry = observationRegistry;
		return this;
	}

	/**
	 * Set the convention for the names and keys of observations.
	 * @param observationConvention the convention; if null or not set, the global
	 * convention of the registry, or else a
	 * {@link io.github.connectapi.observation.DefaultConnectObservationConvention}
	 * @return this builder
	 */
	public ImageLicensingBuilder observationConvention(@Nullable ConnectObservationConvention observationConvention) {
		this.observationConvention = observationConvention;
		return this;
	}

	/**
	 * Set the clock for the instants of licenses and evidence.
	 * @param clock the clock; that of the system if not set
	 * @return this builder
	 */
	public ImageLicensingBuilder clock(InstantSource clock) {
		this.clock = clock;
		return this;
	}

	/** Set the monotonic clock, for tests. */
	ImageLicensingBuilder nanoClock(LongSupplier nanoClock) {
		this.nanoClock = nanoClock;
		return this;
	}

	/**
	 * Create the licensing.
	 * @return the licensing
	 */
	public ImageLicensing build() {
		return new ImageLicensing(this);
	}

}
