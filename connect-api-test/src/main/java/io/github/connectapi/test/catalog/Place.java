package io.github.connectapi.test.catalog;

import io.github.connectapi.test.Internal;

/**
 * An invented place.
 *
 * @param city the city
 * @param stateProvince the state or province
 * @param country the country
 */
@Internal
public record Place(String city, String stateProvince, String country) {

}
