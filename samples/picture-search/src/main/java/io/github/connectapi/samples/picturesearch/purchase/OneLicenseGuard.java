package io.github.connectapi.samples.picturesearch.purchase;

import java.time.Instant;
import java.util.Objects;

import org.springframework.stereotype.Component;

import io.github.connectapi.purchase.PlannedPurchase;
import io.github.connectapi.purchase.PurchaseGuard;

/**
 * Stores that a purchase is about to be sent, so that it is known after a crash. Refuses
 * to pay for a purchase that may have been sent before.
 */
@Component
class OneLicenseGuard implements PurchaseGuard {

	private final PurchaseStore store;

	OneLicenseGuard(PurchaseStore store) {
		this.store = store;
	}

	@Override
	public void beforePurchase(PlannedPurchase planned) {
		String size = Objects.requireNonNull(planned.option().size());
		Purchase purchase = this.store.load(Purchase.id(planned.request().assetId(), size)).orElseThrow();
		if (purchase.evidence() == null) {
			this.store.save(purchase.sent(Evidence.of(planned, Instant.now())));
		}
		else if (!planned.option().isFree()) {
			throw new IllegalStateException("The picture may be bought already, and buying it again is not free");
		}
	}

}
