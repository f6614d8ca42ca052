package io.github.connectapi.test.catalog;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.vocabulary.Dice;

/**
 * What an image shows, for a drawing.
 *
 * @param subject the main subject
 * @param setting the place
 * @param season the season
 * @param time the time of day
 * @param weather the weather
 */
@Internal
public record Scenery(Subject subject, Setting setting, Season season, TimeOfDay time, Weather weather) {

	private static final Set<Setting> INDOORS = Set.of(Setting.STAGE, Setting.ROOM, Setting.OFFICE, Setting.STUDIO);

	private static final List<TimeOfDay> TIMES = List.of(TimeOfDay.MORNING, TimeOfDay.MORNING, TimeOfDay.DAY,
			TimeOfDay.DAY, TimeOfDay.SUNSET, TimeOfDay.SUNSET, TimeOfDay.NIGHT);

	private static final List<Weather> WEATHER = List.of(Weather.CLEAR, Weather.CLEAR, Weather.CLEAR, Weather.CLEAR,
			Weather.CLEAR, Weather.CLOUDY, Weather.FOG, Weather.RAIN);

	private static final List<Weather> WINTER_WEATHER = List.of(Weather.CLEAR, Weather.CLEAR, Weather.SNOW,
			Weather.SNOW, Weather.FOG);

	/**
	 * Return the scenery of a motif.
	 */
	static Scenery of(Motif motif, Setting setting, Season season, Dice dice) {
		TimeOfDay time = dice.pick(TIMES);
		Weather weather = dice.pick((season == Season.WINTER) ? WINTER_WEATHER : WEATHER);
		if (time == TimeOfDay.NIGHT && motif.rules().contains("day")) {
			time = TimeOfDay.SUNSET;
		}
		boolean wet = weather == Weather.RAIN || weather == Weather.FOG;
		if (motif.rules().contains("clear") || (wet && motif.rules().contains("dry"))) {
			weather = Weather.CLEAR;
		}
		if (motif.rules().contains("storm")) {
			return new Scenery(motif.subject(), setting, season, TimeOfDay.DAY, Weather.STORM);
		}
		if (INDOORS.contains(setting)) {
			return new Scenery(motif.subject(), setting, season, time, Weather.CLEAR);
		}
		return new Scenery(motif.subject(), setting, season, time, weather);
	}

	/**
	 * Return whether the place is within a building.
	 * @return {@code true} if it is
	 */
	public boolean indoors() {
		return INDOORS.contains(this.setting);
	}

	/**
	 * A season.
	 */
	@Internal
	public enum Season {

		SPRING(3), SUMMER(6), AUTUMN(9), WINTER(12);

		private final int firstMonth;

		Season(int firstMonth) {
			this.firstMonth = firstMonth;
		}

		static Season of(LocalDate date) {
			return switch (date.getMonth()) {
				case MARCH, APRIL, MAY -> SPRING;
				case JUNE, JULY, AUGUST -> SUMMER;
				case SEPTEMBER, OCTOBER, NOVEMBER -> AUTUMN;
				default -> WINTER;
			};
		}

		Month month(int number) {
			return Month.of(this.firstMonth).plus(number);
		}

	}

	/**
	 * A time of day.
	 */
	@Internal
	public enum TimeOfDay {

		MORNING, DAY, SUNSET, NIGHT

	}

	/**
	 * The weather.
	 */
	@Internal
	public enum Weather {

		CLEAR, CLOUDY, FOG, RAIN, SNOW, STORM

	}

}
