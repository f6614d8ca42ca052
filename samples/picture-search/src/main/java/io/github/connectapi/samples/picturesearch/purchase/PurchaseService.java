package io.github.connectapi.samples.picturesearch.purchase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

import io.github.connectapi.purchase.ConnectPurchaseException;
import io.github.connectapi.purchase.ImageLicensing;
import io.github.connectapi.purchase.LicenseOption;
import io.github.connectapi.samples.picturesearch.purchase.Purchase.Check;
import io.github.connectapi.samples.picturesearch.purchase.Purchase.Status;

/**
 * Finds, starts and continues purchases. What does not fit the status of a purchase has
 * no effect, so each form may be sent repeatedly.
 */
@Service
class PurchaseService {

	private static final Logger logger = LoggerFactory.getLogger(PurchaseService.class);

	private final PurchaseStore store;

	private final PurchaseJobs jobs;

	private final RunningJobs running;

	private final ImageLicensing licensing;

	PurchaseService(PurchaseStore store, PurchaseJobs jobs, RunningJobs running, ImageLicensing licensing) {
		this.store = store;
		this.jobs = jobs;
		this.running = running;
		this.licensing = licensing;
	}

	Optional<Purchase> find(UUID id) {
		// In this order, because a job stores its result before it ends.
		boolean inProgress = this.running.contains(id);
		return inProgress ? this.store.load(id) : stored(id);
	}

	/** Buy, unless this picture was bought in this size, or may have been. */
	void start(Purchase purchase) {
		UUID id = purchase.id();
		this.running.run(id, () -> stored(id).filter((other) -> other.status() != Status.NOT_BOUGHT).isPresent()
				? Optional.empty() : Optional.of(buy(purchase, Status.NOT_BOUGHT)));
	}

	/** Get a file that is missing. */
	void resume(UUID id) {
		this.running.run(id, () -> stored(id, Status.FILE_MISSING).map((purchase) -> {
			this.store.save(purchase.downloading());
			return (progress) -> this.jobs.resume(purchase, progress);
		}));
	}

	/** Check an unclear outcome: if the download is free now, the picture was bought. */
	void check(UUID id) {
		this.running.run(id, () -> stored(id, Status.UNCLEAR).flatMap(this::check));
	}

	/** Buy after a check, because a person decided that nothing was bought. */
	void startOver(UUID id) {
		this.running.run(id,
				() -> stored(id, Status.UNCLEAR)
					.filter((purchase) -> purchase.check() != null && purchase.check().complete())
					.map((purchase) -> buy(purchase.startOver(), Status.NOT_BOUGHT)));
	}

	private Optional<Consumer<Consumer<Progress>>> check(Purchase purchase) {
		try {
			List<LicenseOption> options = this.licensing.authorizations(purchase.request());
			if (options.stream().anyMatch(LicenseOption::isFree)) {
				return Optional.of(buy(purchase.buying(), Status.UNCLEAR));
			}
			this.store.save(purchase.checked(new Check(Instant.now(), true), evidence(purchase, options)));
		}
		catch (ConnectPurchaseException ex) {
			logger.warn("Check of purchase {} failed: {}", purchase.id(), ex.toString());
			this.store.save(purchase.checked(new Check(Instant.now(), false), purchase.evidence()));
		}
		return Optional.empty();
	}

	private static @Nullable Evidence evidence(Purchase purchase, List<LicenseOption> options) {
		Evidence evidence = purchase.evidence();
		return (evidence != null) ? evidence.withRemainingOf(options) : null;
	}

	/** Store the purchase before its job starts, so that its page exists. */
	private Consumer<Consumer<Progress>> buy(Purchase purchase, Status before) {
		this.store.save(purchase);
		return (progress) -> this.jobs.buy(purchase, before, progress);
	}

	private Optional<Purchase> stored(UUID id, Status status) {
		return stored(id).filter((purchase) -> purchase.status() == status);
	}

	/** Return a purchase that is not in progress, although it may have been once. */
	private Optional<Purchase> stored(UUID id) {
		return this.store.load(id)
			.map((purchase) -> purchase.interrupted(this.store.hasLicense(id), this.store.hasFile(id)));
	}

}
