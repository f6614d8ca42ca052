package io.github.connectapi.purchase;

import java.util.List;
import java.util.Optional;

import io.github.connectapi.purchase.ConnectPurchaseException.Reason;

/**
 * Chooses the product offering that pays: a free one, or else the only one.
 */
final class LicenseChoice {

	private LicenseChoice() {
	}

	static AuthorizedOption choose(LicenseRequest request, List<AuthorizedOption> authorized) {
		List<AuthorizedOption> candidates = request.productOffering()
			.map((offering) -> authorized.stream().filter((each) -> each.option().matches(offering)).toList())
			.orElse(authorized);
		if (candidates.isEmpty()) {
			throw ConnectPurchaseException.notBought(request.assetId(), Reason.NO_AUTHORIZATION,
					"the requested product offering cannot license it", null);
		}
		Optional<AuthorizedOption> free = candidates.stream().filter((each) -> each.option().isFree()).findFirst();
		if (free.isPresent()) {
			return free.get();
		}
		if (candidates.size() > 1) {
			throw ConnectPurchaseException.severalOfferings(request.assetId(),
					candidates.stream().map(AuthorizedOption::option).toList());
		}
		AuthorizedOption only = candidates.get(0);
		Integer remaining = only.option().downloadsRemaining();
		if (remaining != null && remaining <= 0) {
			throw ConnectPurchaseException.notBought(request.assetId(), Reason.QUOTA_USED_UP,
					"the product offering %s has no downloads left".formatted(only.option().productOfferingType()),
					null);
		}
		return only;
	}

}
