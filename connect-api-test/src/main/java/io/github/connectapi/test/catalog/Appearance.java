package io.github.connectapi.test.catalog;

import java.util.Set;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;

/**
 * How an image looks.
 *
 * @param color whether it has colors; if not, it is black and white
 * @param illustration whether it is an illustration; if not, it is a photograph
 * @param orientation the orientation
 * @param whiteBackground whether the background is white
 * @param scenery what it shows
 */
@Internal
public record Appearance(boolean color, boolean illustration, Orientation orientation, boolean whiteBackground,
		Scenery scenery) {

	private static final Set<Subject> TALL = Set.of(Subject.TREE, Subject.LIGHTHOUSE, Subject.BALLOON,
			Subject.CHRISTMAS_TREE, Subject.TREE_CLIMBER);

	private static final Set<Subject> WIDE = Set.of(Subject.LANDSCAPE, Subject.BRIDGE, Subject.TREE_ROW, Subject.TRAIN,
			Subject.RUNNERS, Subject.BIRDS, Subject.BOAT, Subject.HORSE);

	/**
	 * Return the appearance of an image.
	 * @param style whether it may be black and white or an illustration
	 */
	static Appearance of(Draft draft, boolean style, Dice dice) {
		boolean old = draft.created().getYear() < 2000;
		boolean color = !(dice.chance(style ? 8 : 0) || old);
		boolean illustration = dice.chance(style ? 10 : 0) && !old;
		boolean white = draft.scenery().setting() == Setting.STUDIO;
		return new Appearance(color, illustration, orientation(draft.scenery().subject(), dice), white,
				draft.scenery());
	}

	private static Orientation orientation(Subject subject, Dice dice) {
		int number = dice.next(100);
		if (number < 12) {
			return Orientation.SQUARE;
		}
		if (number < 32) {
			return Orientation.VERTICAL;
		}
		if (number < 48 && TALL.contains(subject)) {
			return Orientation.PANORAMIC_VERTICAL;
		}
		return ((number < 60 && WIDE.contains(subject)) ? Orientation.PANORAMIC_HORIZONTAL : Orientation.HORIZONTAL);
	}

	/**
	 * Return the documented name of the color type.
	 * @return {@code Color} or {@code BlackAndWhite}
	 */
	public String colorType() {
		return (this.color ? "Color" : "BlackAndWhite");
	}

	/**
	 * Return the documented name of the graphic style in a search.
	 * @return {@code Photography} or {@code Illustration}
	 */
	public String graphicStyle() {
		return (this.illustration ? "Illustration" : "Photography");
	}

}
