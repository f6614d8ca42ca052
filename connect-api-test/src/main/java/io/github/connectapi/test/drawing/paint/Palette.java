package io.github.connectapi.test.drawing.paint;

import java.awt.Color;
import java.util.List;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Scenery.Season;
import io.github.connectapi.test.catalog.Scenery.TimeOfDay;
import io.github.connectapi.test.catalog.Scenery.Weather;
import io.github.connectapi.test.catalog.Scenery;
import io.github.connectapi.test.catalog.Setting;
import io.github.connectapi.test.catalog.vocabulary.Dice;

/**
 * The colors of a picture by season, time of day and weather.
 *
 * @param skyTop the upper color of the sky
 * @param skyBottom the lower color of the sky, and of the haze
 * @param light the color of the light
 * @param haze how much of a far object the haze covers, from 0 to 1
 * @param nearHaze how much of a near object the haze covers, from 0 to 1
 * @param grass the color of grass
 * @param leaves the colors of leaves; empty if trees are bare
 * @param snow whether snow lies on the ground
 * @param night whether lamps are on
 */
@Internal
public record Palette(Color skyTop, Color skyBottom, Color light, double haze, double nearHaze, Color grass,
		List<Color> leaves, boolean snow, boolean night) {

	private static final Color GRAY = new Color(0xA9B3BC);

	private static final Color STORM_GRAY = new Color(0x4A545E);

	/**
	 * Return the palette of a scenery.
	 * @param scenery the scenery
	 * @param dice the dice
	 * @return the palette
	 */
	public static Palette of(Scenery scenery, Dice dice) {
		List<Color> sky = dice.pick(Tones.skies(scenery.time()));
		Color top = sky.get(0);
		Color bottom = sky.get(1);
		Color light = Tones.light(scenery.time());
		boolean night = scenery.time() == TimeOfDay.NIGHT;
		Weather weather = (scenery.indoors() ? Weather.CLEAR : scenery.weather());
		double gray = switch (weather) {
			case CLEAR -> 0;
			case CLOUDY, SNOW -> 0.5;
			case RAIN -> 0.62;
			case FOG -> 0.55;
			case STORM -> 0.85;
		};
		Color cover = (night ? new Color(0x2A3040) : (weather == Weather.STORM) ? STORM_GRAY : GRAY);
		top = Colors.mix(top, cover, gray);
		bottom = Colors.mix(bottom, (night || weather == Weather.STORM) ? cover : Colors.lighter(GRAY, 0.45),
				gray * 0.8);
		light = Colors.mix(light, night ? light : GRAY, gray * 0.45);
		boolean fog = weather == Weather.FOG;
		boolean snow = scenery.season() == Season.WINTER && scenery.setting() != Setting.BEACH;
		return new Palette(top, bottom, light, fog ? 0.97 : 0.72, fog ? 0.2 : 0,
				snow ? new Color(0xEDF2F8) : dice.pick(Tones.grasses(scenery.season())),
				Tones.leaves(scenery.season(), dice), snow, night);
	}

	/**
	 * Return a color in the light and haze of this picture.
	 * @param color the color of the object
	 * @param distance the distance, from 0 (near) to 1 (the horizon)
	 * @return the color
	 */
	public Color lit(Color color, double distance) {
		double share = this.nearHaze + (this.haze - this.nearHaze) * distance;
		return Colors.mix(Colors.multiply(color, this.light), this.skyBottom, share);
	}

}
