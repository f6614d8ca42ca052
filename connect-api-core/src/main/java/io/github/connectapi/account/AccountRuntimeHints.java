package io.github.connectapi.account;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Runtime hints for native images: requests and results are accessed by reflection.
 */
final class AccountRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(), GetPreviousPurchases.class,
				GetPreviousPurchasesResult.class, GetActiveProductOfferingsResult.class,
				GetAllProductOfferingsResult.class);
	}

}
