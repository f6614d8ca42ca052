package io.github.connectapi.test.catalog;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.connectapi.test.catalog.Scenery.TimeOfDay;
import io.github.connectapi.test.catalog.Scenery.Weather;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.catalog.vocabulary.Names;
import io.github.connectapi.test.catalog.vocabulary.Settings;

/**
 * Creates the images.
 */
final class ImageFactory {

	private static final int FIRST_ID = 90000001;

	private static final OffsetDateTime CATALOG_START = LocalDate.of(2009, 1, 1).atTime(12, 0).atOffset(Draft.OFFSET);

	private static final Set<Subject> WITH_KNOWN_PEOPLE = Set.of(Subject.FOOTBALL, Subject.BAND, Subject.RUNNERS,
			Subject.BUSINESS, Subject.CYCLIST);

	private static final List<String> PROMINENCE = List.of("Medium", "High", "VeryHigh");

	private final Keywords keywords;

	ImageFactory(Keywords keywords) {
		this.keywords = keywords;
	}

	List<Image> images() {
		List<Draft> drafts = Draft.all();
		List<Image> images = new ArrayList<>();
		for (int i = 0; i < drafts.size(); i++) {
			images.add(image(i, drafts.get(i)));
		}
		return List.copyOf(images);
	}

	private Image image(int index, Draft draft) {
		String id = Integer.toString(FIRST_ID + index);
		Dice dice = new Dice(FIRST_ID + index);
		ImageFamily family = (draft.event().isPresent() ? ImageFamily.EDITORIAL : ImageFamily.CREATIVE);
		List<ImageCollection> collections = ImageCollection.of(family);
		ImageCollection collection = ((index < 12) ? collections.get(0) : dice.pick(collections));
		Place place = draft.event().map(EventPlan::place).orElseGet(() -> Place.of(dice.next(100)));
		Appearance appearance = Appearance.of(draft, index >= 12, dice);
		List<Keyword> imageKeywords = keywords(index, draft, appearance, place, dice);
		boolean people = Motif.of(draft.scenery().subject()).keywords().contains("people");
		OffsetDateTime created = draft.created().atTime(12, 0).atOffset(Draft.OFFSET);
		String caption = draft.title() + ". " + place.city() + ", " + place.country()
				+ ". A picture of the fake Connect API.";
		return new Image(id, draft.title(), caption, draft.artist(), family, collection, created,
				submitted(created, 24 + dice.next(480)), place, appearance,
				ImageRights.of(index, draft, collection, people), EditorialInfo.of(draft.event(), dice), imageKeywords,
				ImageSize.of(id, appearance.orientation(), dice), words(draft, place, imageKeywords));
	}

	/** A picture that is older than the catalog was added when the catalog started. */
	private static OffsetDateTime submitted(OffsetDateTime created, int hoursLater) {
		OffsetDateTime earliest = created.isBefore(CATALOG_START) ? CATALOG_START : created;
		return earliest.plusHours(hoursLater);
	}

	private List<Keyword> keywords(int index, Draft draft, Appearance appearance, Place place, Dice dice) {
		Scenery scenery = draft.scenery();
		Set<String> texts = new LinkedHashSet<>(Motif.of(scenery.subject()).keywords());
		texts.addAll(Settings.keywords(scenery.setting().name()));
		if (!scenery.indoors()) {
			texts.addAll(List.of("outdoors", lower(scenery.season())));
			texts.addAll((scenery.weather() == Weather.CLEAR) ? List.of("sky")
					: List.of("weather", lower(scenery.weather())));
		}
		if (!scenery.indoors() || scenery.setting() == Setting.ROOM) {
			texts.add((scenery.time() == TimeOfDay.SUNSET && scenery.indoors()) ? "evening" : lower(scenery.time()));
		}
		texts.addAll(List.of(appearance.illustration() ? "illustration" : "photography", composition(appearance),
				place.city()));
		if (!appearance.color()) {
			texts.add("black and white");
		}
		List<Keyword> all = new ArrayList<>(texts.stream().map(this.keywords::of).toList());
		if (index % 5 == 0) {
			all.addAll(this.keywords.foreign(List.copyOf(texts)));
		}
		if (draft.event().isPresent() && WITH_KNOWN_PEOPLE.contains(scenery.subject())) {
			all.add(this.keywords.ofPerson(Names.person(dice), dice.pick(PROMINENCE)));
		}
		return List.copyOf(all);
	}

	private static String lower(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	private static String composition(Appearance appearance) {
		return switch (appearance.orientation()) {
			case HORIZONTAL -> "horizontal";
			case VERTICAL -> "vertical";
			case SQUARE -> "square image";
			default -> "panoramic";
		};
	}

	private Set<String> words(Draft draft, Place place, List<Keyword> keywords) {
		Set<String> words = new LinkedHashSet<>(this.keywords.words(draft.title()));
		keywords.forEach((keyword) -> words.addAll(this.keywords.words(keyword.text())));
		List.of(draft.artist(), place.city(), place.country())
			.forEach((text) -> words.addAll(this.keywords.words(text)));
		return Set.copyOf(words);
	}

}
