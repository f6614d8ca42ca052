package io.github.connectapi.test.catalog;

import java.util.List;

import io.github.connectapi.test.Internal;

/**
 * A collection of images.
 *
 * @param id the id
 * @param name the name
 * @param family the family of its images
 * @param licensingModel the licensing model of its images
 * @param offerings the offerings that can license its images
 */
@Internal
public record ImageCollection(int id, String name, ImageFamily family, LicensingModel licensingModel,
		List<Offering> offerings) {

}
