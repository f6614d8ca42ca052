package io.github.connectapi.test.catalog;

import java.util.List;

import io.github.connectapi.test.Internal;

/**
 * Who may license and use an image.
 *
 * @param copyright the copyright
 * @param licensingModel the licensing model
 * @param releaseMessage the message about releases of persons and property
 * @param restrictions the restrictions of its use
 * @param offerings the offerings that can license it; empty if none can
 * @param authorizationConstraints the documented names of the constraints, for example
 * {@code CallForImage}
 * @param free whether a download does not reduce the quota
 * @param embeddable whether it can be embedded
 */
@Internal
public record ImageRights(String copyright, LicensingModel licensingModel, String releaseMessage,
		List<String> restrictions, List<Offering> offerings, List<String> authorizationConstraints, boolean free,
		boolean embeddable) {

}
