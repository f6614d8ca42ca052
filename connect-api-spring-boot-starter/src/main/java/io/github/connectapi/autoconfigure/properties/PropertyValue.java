package io.github.connectapi.autoconfigure.properties;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;

/**
 * A property and its value, in the format of a properties file.
 *
 * @param name the full name of the property
 * @param value the value of the property
 * @param defaultValue the value of the property if it is not set
 */
record PropertyValue(String name, String value, String defaultValue) {

	static PropertyValue of(String name, Object value, Object defaultValue) {
		return new PropertyValue(name, value.toString(), defaultValue.toString());
	}

	static PropertyValue of(String name, Duration value, Duration defaultValue) {
		return new PropertyValue(name, format(value), format(defaultValue));
	}

	boolean isDefault() {
		return this.value.equals(this.defaultValue);
	}

	private static String format(Duration duration) {
		if (duration.isZero() || duration.getNano() != 0) {
			return DurationFormatterUtils.print(duration, DurationFormat.Style.COMPOSITE);
		}
		if (duration.getSeconds() % 60 != 0) {
			return DurationStyle.SIMPLE.print(duration, ChronoUnit.SECONDS);
		}
		boolean hours = duration.getSeconds() % 3600 == 0;
		return DurationStyle.SIMPLE.print(duration, hours ? ChronoUnit.HOURS : ChronoUnit.MINUTES);
	}

}
