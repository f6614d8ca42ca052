package io.github.connectapi.autoconfigure.properties;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.boot.convert.DurationStyle;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;

/**
 * A property and its value. The value is formatted only for a message, because that needs
 * classes that a start without problems does not.
 *
 * @param name the full name of the property
 * @param currentValue the value of the property
 * @param initialValue the value of the property if it is not set
 */
record PropertyValue(String name, Object currentValue, Object initialValue) {

	static PropertyValue of(String name, Object value, Object defaultValue) {
		return new PropertyValue(name, value, defaultValue);
	}

	boolean isDefault() {
		return this.currentValue.equals(this.initialValue);
	}

	/** Return the value in the format of a properties file. */
	String value() {
		return format(this.currentValue);
	}

	/** Return the default value in the format of a properties file. */
	String defaultValue() {
		return format(this.initialValue);
	}

	private static String format(Object value) {
		return (value instanceof Duration duration) ? format(duration) : value.toString();
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
