package io.github.connectapi.test.catalog;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Names;

/**
 * An invented place.
 *
 * @param city the city
 * @param stateProvince the state or province
 * @param country the country
 */
@Internal
public record Place(String city, String stateProvince, String country) {

	static Place of(int number) {
		return new Place(Names.city(number), Names.region(number), Names.country(number));
	}

}
