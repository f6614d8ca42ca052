package io.github.connectapi.test.catalog;

import io.github.connectapi.test.Internal;

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

	/**
	 * A season.
	 */
	@Internal
	public enum Season {

		SPRING, SUMMER, AUTUMN, WINTER

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
