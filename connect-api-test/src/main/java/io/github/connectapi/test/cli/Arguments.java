package io.github.connectapi.test.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments as they were given: {@code --name=value}.
 */
final class Arguments {

	private static final Duration MAX = Duration.ofDays(365);

	private final Map<Option, String> values = new EnumMap<>(Option.class);

	private Arguments() {
	}

	static Arguments parse(String... arguments) throws BadArgument {
		Arguments parsed = new Arguments();
		for (String argument : arguments) {
			String[] parts = argument.split("=", 2);
			Option option = option(parts[0]);
			if (parts.length == 1 || parts[1].isEmpty()) {
				throw new BadArgument(parts[0] + " needs a value: " + parts[0] + "=...");
			}
			if (parsed.values.put(option, parts[1]) != null) {
				throw new BadArgument(parts[0] + " is given twice");
			}
		}
		return parsed;
	}

	Optional<String> text(Option option) {
		return Optional.ofNullable(this.values.get(option));
	}

	String text(Option option, String absent) {
		return this.values.getOrDefault(option, absent);
	}

	int number(Option option, int absent, int least, int most) throws BadArgument {
		String value = this.values.get(option);
		if (value == null) {
			return absent;
		}
		try {
			int number = Integer.parseInt(value);
			if (number >= least && number <= most) {
				return number;
			}
		}
		catch (NumberFormatException ex) {
			// Answered like a number out of range.
		}
		throw new BadArgument(
				"%s must be a number from %d to %d, not '%s'".formatted(option.argument(), least, most, value));
	}

	boolean flag(Option option) throws BadArgument {
		String value = this.values.getOrDefault(option, "false");
		if (!value.equals("true") && !value.equals("false")) {
			throw new BadArgument(option.argument() + " must be true or false, not '" + value + "'");
		}
		return value.equals("true");
	}

	Optional<Duration> duration(Option option) throws BadArgument {
		String value = this.values.get(option);
		if (value == null) {
			return Optional.empty();
		}
		try {
			Duration duration = Duration.parse(value);
			if (!duration.isNegative() && duration.compareTo(MAX) <= 0) {
				return Optional.of(duration);
			}
		}
		catch (DateTimeParseException ex) {
			// Answered like a duration out of range.
		}
		throw new BadArgument(option.argument()
				+ " must be a duration such as PT10S, not negative and a year at most, not '" + value + "'");
	}

	/**
	 * What stands before the equals sign; the rest may be a password and is not shown.
	 */
	private static Option option(String name) throws BadArgument {
		return Arrays.stream(Option.values())
			.filter((option) -> option.argument().equals(name))
			.findFirst()
			.orElseThrow(() -> new BadArgument("Unknown argument '" + name + "'"));
	}

}
