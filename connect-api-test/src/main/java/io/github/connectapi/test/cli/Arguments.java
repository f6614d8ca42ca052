package io.github.connectapi.test.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The command line arguments in the form {@code --name=value}.
 */
final class Arguments {

	private static final Duration MAX_DURATION = Duration.ofDays(365);

	private final Map<Option, String> values = new EnumMap<>(Option.class);

	private Arguments() {
	}

	static Arguments parse(String... arguments) throws InvalidArgumentException {
		Arguments parsed = new Arguments();
		for (String argument : arguments) {
			String[] parts = argument.split("=", 2);
			Option option = option(parts[0]);
			if (parts.length == 1 || parts[1].isEmpty()) {
				throw new InvalidArgumentException("%1$s requires a value: %1$s=...".formatted(parts[0]));
			}
			if (parsed.values.put(option, parts[1]) != null) {
				throw new InvalidArgumentException("%s must not be specified twice".formatted(parts[0]));
			}
		}
		return parsed;
	}

	Optional<String> text(Option option) {
		return Optional.ofNullable(this.values.get(option));
	}

	String text(Option option, String defaultValue) {
		return this.values.getOrDefault(option, defaultValue);
	}

	int number(Option option, int defaultValue, int min, int max) throws InvalidArgumentException {
		String value = this.values.get(option);
		if (value == null) {
			return defaultValue;
		}
		try {
			int number = Integer.parseInt(value);
			if (number >= min && number <= max) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// Reported like a number out of range.
		}
		throw new InvalidArgumentException(
				"%s must be a number from %s to %s, not '%s'".formatted(option.argument(), min, max, value));
	}

	boolean flag(Option option) throws InvalidArgumentException {
		String value = this.values.getOrDefault(option, "false");
		if (!value.equals("true") && !value.equals("false")) {
			throw new InvalidArgumentException(
					"%s must be true or false, not '%s'".formatted(option.argument(), value));
		}
		return value.equals("true");
	}

	Optional<Duration> duration(Option option) throws InvalidArgumentException {
		String value = this.values.get(option);
		if (value == null) {
			return Optional.empty();
		}
		try {
			Duration duration = Duration.parse(value);
			if (!duration.isNegative() && duration.compareTo(MAX_DURATION) <= 0) {
				return Optional.of(duration);
			}
		}
		catch (DateTimeParseException ex) {
			// Reported like a duration out of range.
		}
		throw new InvalidArgumentException("%s must be a duration from PT0S to 365 days, such as PT10S, not '%s'"
			.formatted(option.argument(), value));
	}

	/**
	 * Find an option by the text before the equals sign. The value may be a password and
	 * must not be part of the message.
	 */
	private static Option option(String name) throws InvalidArgumentException {
		return Arrays.stream(Option.values())
			.filter((option) -> option.argument().equals(name))
			.findFirst()
			.orElseThrow(() -> new InvalidArgumentException("Unknown argument '%s'".formatted(name)));
	}

}
