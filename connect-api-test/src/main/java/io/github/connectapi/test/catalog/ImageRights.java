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

	/**
	 * Return the rights of an image by its index. {@link Catalog} documents the rule.
	 */
	static ImageRights of(int index, Draft draft, ImageCollection collection, boolean people) {
		List<Offering> all = collection.offerings();
		List<Offering> offerings = switch (index % 4) {
			case 1 -> all.subList(0, 1);
			case 2 -> all.subList(all.size() - 1, all.size());
			default -> all;
		};
		boolean editorial = draft.event().isPresent();
		boolean licensable = index % 11 != 4;
		return new ImageRights(draft.created().getYear() + " " + draft.artist(), collection.licensingModel(),
				releaseMessage(editorial, people), restrictions(index, editorial),
				(licensable ? List.copyOf(offerings) : List.of()),
				((index % 7 == 2) ? List.of("CallForImage") : List.of()), licensable && index % 13 == 5,
				index % 3 != 1);
	}

	private static String releaseMessage(boolean editorial, boolean people) {
		if (!people) {
			return "No release required.";
		}
		return (editorial ? "Not released. Contact your local office." : "Model released.");
	}

	private static List<String> restrictions(int index, boolean editorial) {
		if (editorial) {
			return List.of("Editorial use only");
		}
		return ((index % 10 == 3) ? List.of("Contact your local office") : List.of());
	}

}
