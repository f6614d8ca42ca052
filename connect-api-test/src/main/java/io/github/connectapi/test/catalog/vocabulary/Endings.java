package io.github.connectapi.test.catalog.vocabulary;

import java.util.List;
import java.util.Locale;

import io.github.connectapi.test.Internal;

/**
 * The ends of titles, which name the weather or the time. Arguments are the names of enum
 * constants.
 */
@Internal
public final class Endings {

	private Endings() {
	}

	/**
	 * Return an end of a title.
	 * @param season the season
	 * @param time the time of day
	 * @param weather the weather
	 * @param dice the dice
	 * @return the end
	 */
	public static String of(String season, String time, String weather, Dice dice) {
		return switch (weather) {
			case "FOG" ->
				(time.equals("MORNING") ? "in the morning fog" : dice.pick(List.of("in the fog", "in thick fog")));
			case "RAIN" -> dice.pick(List.of("in the rain", "on a rainy " + part(time), "in heavy rain"));
			case "SNOW" -> dice.pick(List.of("in the snow", "in falling snow", "on a snowy " + part(time)));
			case "STORM" -> dice.pick(List.of("in the storm", "in stormy weather"));
			case "CLOUDY" -> dice.pick(List.of("under a cloudy sky", "on a cloudy " + part(time)));
			default -> clear(season.toLowerCase(Locale.ROOT), time, dice);
		};
	}

	private static String clear(String season, String time, Dice dice) {
		return switch (time) {
			case "MORNING" -> dice
				.pick(List.of("in the morning", "at sunrise", "on %s %s morning".formatted(article(season), season)));
			case "SUNSET" -> dice.pick(
					List.of("at sunset", "in the evening sun", "on %s %s evening".formatted(article(season), season)));
			case "NIGHT" -> dice.pick(List.of("at night", "under the stars", "on a clear night"));
			default ->
				dice.pick(List.of("in " + season, "on a sunny day", "on %s %s day".formatted(article(season), season)));
		};
	}

	private static String part(String time) {
		return switch (time) {
			case "MORNING" -> "morning";
			case "SUNSET" -> "evening";
			case "NIGHT" -> "night";
			default -> "day";
		};
	}

	private static String article(String season) {
		return (season.startsWith("a") ? "an" : "a");
	}

}
