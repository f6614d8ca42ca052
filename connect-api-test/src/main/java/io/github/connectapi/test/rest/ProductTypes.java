package io.github.connectapi.test.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import io.github.connectapi.test.catalog.Offering;

/**
 * The names of product offerings in version 3.
 */
final class ProductTypes {

	private ProductTypes() {
	}

	static String of(Offering offering) {
		return offering.wireName().toLowerCase(Locale.ROOT);
	}

	static Optional<Offering> find(String name) {
		return Arrays.stream(Offering.values()).filter((offering) -> of(offering).equals(name)).findFirst();
	}

}
