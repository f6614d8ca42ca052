package io.github.connectapi.test.drawing.scene;

import java.util.List;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Setting;
import io.github.connectapi.test.catalog.Subject;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.drawing.paint.Frame;
import io.github.connectapi.test.drawing.paint.Layer;
import io.github.connectapi.test.drawing.subject.ActiveSubject;
import io.github.connectapi.test.drawing.subject.AnimalSubject;
import io.github.connectapi.test.drawing.subject.Bridge;
import io.github.connectapi.test.drawing.subject.ChristmasSubject;
import io.github.connectapi.test.drawing.subject.FlowerSubject;
import io.github.connectapi.test.drawing.subject.FootballSubject;
import io.github.connectapi.test.drawing.subject.MarketSubject;
import io.github.connectapi.test.drawing.subject.MeetingSubject;
import io.github.connectapi.test.drawing.subject.MusicSubject;
import io.github.connectapi.test.drawing.subject.PeopleSubject;
import io.github.connectapi.test.drawing.subject.TableSubject;
import io.github.connectapi.test.drawing.subject.TravelSubject;
import io.github.connectapi.test.drawing.subject.TreeSubject;

/**
 * Chooses the layers of a picture.
 */
@Internal
public final class Scenes {

	private Scenes() {
	}

	/**
	 * Draw a picture.
	 * @param frame the frame
	 * @param seed the seed of the picture
	 */
	public static void draw(Frame frame, long seed) {
		List<Layer> back = background(frame);
		drawAll(back, frame, seed);
		drawAll(foreground(frame, back, seed), frame, seed + 1000);
	}

	/**
	 * Return where the horizon is.
	 * @param setting the place
	 * @param dice the dice
	 * @return the share of the picture above the horizon
	 */
	public static double horizon(Setting setting, Dice dice) {
		return switch (setting) {
			case BEACH, LAKE -> dice.between(0.44, 0.54);
			case HARBOR, RIVER, SKYLINE -> dice.between(0.5, 0.58);
			case STAGE -> 0.68;
			case ROOM, OFFICE, STUDIO -> 0.42;
			case STADIUM -> 0.48;
			case STREET, SQUARE -> dice.between(0.55, 0.62);
			default -> dice.between(0.54, 0.64);
		};
	}

	/**
	 * Draw layers, each with dice of its own, so that a reflection repeats them.
	 */
	static void drawAll(List<Layer> layers, Frame frame, long seed) {
		for (int i = 0; i < layers.size(); i++) {
			layers.get(i).draw(frame.with(new Dice(seed * 31 + i)));
		}
	}

	private static List<Layer> background(Frame frame) {
		Layer sky = new Sky();
		boolean alps = frame.dice().chance(60) || frame.says("mountain");
		return switch (frame.scenery().setting()) {
			case FIELD -> List.of(sky, new Hills(2, 150, false), new Woods(60, 20, 2));
			case MEADOW -> List.of(sky, new Hills(3, 190, true), new Woods(80, 40, 0.8));
			case HILLS -> List.of(sky, new Hills(5, 360, true));
			case PARK -> List.of(sky, new Skyline(0.62), new Woods(170, 15, 1.6));
			case LAKE -> List.of(sky, alps ? new Mountains(300) : new Hills(4, 260, true), new Woods(70, 70, 4));
			case RIVER -> List.of(sky, new Hills(3, 200, true), new Woods(110, 25, 2.2));
			case BEACH -> List.of(sky, alps ? new Hills(1, 90, false) : new Hills(1, 1, false));
			case HARBOR -> List.of(sky, new Hills(2, 140, false), new Quarter());
			case MOUNTAINS -> List.of(sky, new Mountains(470), new Woods(110, 92, 3));
			case SKYLINE -> List.of(sky, new Skyline(0));
			case STADIUM -> List.of(sky, new Stadium());
			case STREET -> List.of(sky, new Town(false));
			case SQUARE -> List.of(sky, new Town(true));
			case FOREST -> List.of(new Forest());
			case STAGE -> List.of(new Stage());
			case ROOM, OFFICE, STUDIO -> List.of(new Room());
		};
	}

	private static List<Layer> foreground(Frame frame, List<Layer> back, long seed) {
		Setting setting = frame.scenery().setting();
		Layer none = (unused) -> {
		};
		boolean water = switch (setting) {
			case LAKE, RIVER, BEACH, HARBOR, SKYLINE -> true;
			default -> false;
		};
		boolean ground = switch (setting) {
			case FIELD, MEADOW, HILLS, PARK, LAKE, RIVER, BEACH, HARBOR, SKYLINE, MOUNTAINS -> true;
			default -> false;
		};
		Subject subject = frame.scenery().subject();
		boolean bridge = subject == Subject.BRIDGE || (subject == Subject.RUNNERS && setting == Setting.RIVER);
		boolean onWater = subject == Subject.BOAT || subject == Subject.LIGHTHOUSE;
		Layer main = subject(subject);
		return List.of(water ? new Water(back, seed, (setting == Setting.BEACH) ? 0.7 : 0.15) : none,
				bridge ? new Bridge() : none, onWater ? main : none,
				(ground && !(bridge && subject == Subject.RUNNERS)) ? new Ground() : none, onWater ? none : main,
				new Precipitation());
	}

	private static Layer subject(Subject subject) {
		return switch (subject) {
			case LANDSCAPE, BRIDGE -> (unused) -> {
			};
			case TREE, TREE_ROW, TREE_CLIMBER, FALLEN_TREE -> new TreeSubject();
			case CHRISTMAS_TREE -> new ChristmasSubject();
			case FLOWERS -> new FlowerSubject();
			case PERSON, PEOPLE, COUPLE, FAMILY, FAMILY_WITH_DOG, BUSINESS -> new PeopleSubject();
			case CHILDREN, RUNNERS, CYCLIST -> new ActiveSubject();
			case DOG, DOG_WALKER, HORSE, BIRDS -> new AnimalSubject();
			case BOAT, LIGHTHOUSE, BALLOON, TRAIN, HOUSE -> new TravelSubject();
			case TABLE, BREAKFAST -> new TableSubject();
			case PICNIC, MARKET -> new MarketSubject();
			case FOOTBALL, FANS -> new FootballSubject();
			case BAND, STREET_MUSICIAN -> new MusicSubject();
			case OFFICE -> new MeetingSubject();
		};
	}

}
