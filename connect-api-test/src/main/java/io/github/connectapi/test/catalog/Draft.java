package io.github.connectapi.test.catalog;

import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.github.connectapi.test.catalog.Scenery.Season;
import io.github.connectapi.test.catalog.Scenery.TimeOfDay;
import io.github.connectapi.test.catalog.Scenery.Weather;
import io.github.connectapi.test.catalog.vocabulary.Dice;
import io.github.connectapi.test.catalog.vocabulary.Endings;
import io.github.connectapi.test.catalog.vocabulary.Names;
import io.github.connectapi.test.catalog.vocabulary.Settings;
import io.github.connectapi.test.catalog.vocabulary.Table;

/**
 * What an image shows, before its other data are known.
 *
 * @param title the title
 * @param artist the name of the artist
 * @param event the event, if the image is editorial
 * @param created when it was created
 * @param scenery the scenery
 */
record Draft(String title, String artist, Optional<EventPlan> event, LocalDate created, Scenery scenery) {

	/** The offset of the documented examples. */
	static final ZoneOffset OFFSET = ZoneOffset.ofHours(-8);

	private static final List<Season> SEASONS = List.of(Season.SPRING, Season.SUMMER, Season.SUMMER, Season.AUTUMN,
			Season.WINTER);

	private static final String FIXED = """
			Old oak tree in a wheat field | Ada Example | | 2011-05-14 | TREE FIELD SUMMER DAY CLEAR
			Row of trees along a country road | Ben Sample | | 2011-10-02 | TREE_ROW FIELD AUTUMN DAY CLEAR
			Child climbing a tree | Ada Example | | 2012-06-21 | TREE_CLIMBER MEADOW SUMMER DAY CLEAR
			Storm over the harbor, fallen tree | Cleo Test | event | 2012-11-08 | FALLEN_TREE HARBOR AUTUMN DAY STORM
			Dog running on a beach | Ben Sample | | 2012-07-30 | DOG BEACH SUMMER DAY CLEAR
			Bridge in the morning fog | Dan Demo | | 2010-02-11 | BRIDGE RIVER AUTUMN MORNING FOG
			Marathon runners cross the bridge | Cleo Test | event | 2013-04-21 | RUNNERS RIVER SPRING DAY CLEAR
			Mountain lake at sunset | Dan Demo | | 2009-09-17 | LANDSCAPE LAKE AUTUMN SUNSET CLEAR
			Family having breakfast | Ada Example | | 2013-01-05 | BREAKFAST ROOM WINTER MORNING CLEAR
			Football fans after the final | Cleo Test | event | 2012-05-19 | FANS STADIUM SPRING SUNSET CLEAR
			City street in the rain | Ben Sample | | 2013-03-03 | LANDSCAPE STREET SPRING SUNSET RAIN
			Christmas tree on the market square | Cleo Test | event | 2012-12-12 | CHRISTMAS_TREE SQUARE WINTER NIGHT SNOW
			Дерево у озера | Ida Specimen | | 2012-08-02 | TREE LAKE SUMMER MORNING CLEAR
			東京の夜景 | Hugo Mock | | 2013-06-14 | LANDSCAPE SKYLINE SUMMER NIGHT CLEAR
			Un jour d'été à la plage | Lea Pattern | | 2012-07-21 | FAMILY BEACH SUMMER DAY CLEAR
			Musik auf der Straße | Jon Trial | | 2013-05-25 | STREET_MUSICIAN STREET SPRING DAY CLEAR
			Собака на пляже | Ida Specimen | | 2011-08-19 | DOG BEACH SUMMER SUNSET CLEAR
			夕焼けの山 | Hugo Mock | | 2010-10-08 | LANDSCAPE MOUNTAINS AUTUMN SUNSET CLEAR
			""";

	/**
	 * Return the drafts of all images.
	 */
	static List<Draft> all() {
		List<Draft> drafts = new ArrayList<>(Table.rows(FIXED).stream().map(Draft::fixed).toList());
		List<Motif.Slot> slots = Motif.shuffled();
		IntStream.range(0, slots.size())
			.mapToObj((number) -> invented(slots.get(number), new Dice(number + 1)))
			.forEach(drafts::add);
		return drafts;
	}

	private static Draft fixed(List<String> row) {
		LocalDate created = LocalDate.parse(row.get(3));
		List<String> names = Arrays.asList(row.get(4).split(" "));
		Scenery scenery = new Scenery(Subject.valueOf(names.get(0)), Setting.valueOf(names.get(1)),
				Season.valueOf(names.get(2)), TimeOfDay.valueOf(names.get(3)), Weather.valueOf(names.get(4)));
		Optional<EventPlan> event = EventPlan.of(scenery.subject())
			.stream()
			.filter((plan) -> !row.get(2).isEmpty() && plan.date().equals(created))
			.findFirst();
		return new Draft(row.get(0), row.get(1), event, created, scenery);
	}

	private static Draft invented(Motif.Slot slot, Dice dice) {
		Motif motif = slot.motif();
		LocalDate created = slot.event().map(EventPlan::date).orElseGet(() -> date(motif, dice));
		Setting setting = dice.pick(motif.settings());
		Scenery scenery = Scenery.of(motif, setting, Season.of(created), dice);
		StringBuilder title = new StringBuilder(dice.pick(motif.titles())).append(' ')
			.append(dice.pick(Settings.phrases(setting.name())));
		if (!scenery.indoors()) {
			title.append(' ')
				.append(Endings.of(scenery.season().name(), scenery.time().name(), scenery.weather().name(), dice));
		}
		return new Draft(title.toString(), Names.artist(dice), slot.event(), created, scenery);
	}

	private static LocalDate date(Motif motif, Dice dice) {
		Season season = dice.pick(SEASONS);
		if (motif.rules().contains("winter")) {
			season = Season.WINTER;
		}
		boolean bloom = motif.rules().contains("bloom") && (season == Season.AUTUMN || season == Season.WINTER);
		boolean warm = motif.rules().contains("warm") && season == Season.WINTER;
		if (bloom || warm) {
			season = Season.SUMMER;
		}
		Month month = season.month(motif.rules().contains("winter") ? 0 : dice.next(3));
		return LocalDate.of(2009 + dice.next(5), month, 1 + dice.next(28));
	}

}
