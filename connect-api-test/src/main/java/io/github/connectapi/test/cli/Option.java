package io.github.connectapi.test.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The arguments of the program, in the order in which the help lists them.
 */
enum Option {

	PORT("port of plain http; 0, the default, is a free one"),

	HTTPS_PORT("port of https; 0, the default, is a free one"),

	REQUIRE_HTTPS("true: sessions over https only; default false"),

	CA_FILE("file to write the certificate authority to, in PEM form"),

	SYSTEM_ID("system id; default fake-system"),

	SYSTEM_PASSWORD("system password; default fake-system-password"),

	USER_NAME("user name; default fake-user"),

	USER_PASSWORD("user password; default fake-user-password"),

	LIFETIME_MINUTES("for how many minutes tokens are valid; default 30"),

	RUN_FOR("stop after this time, such as PT10S; default: run until Ctrl-C");

	private final String description;

	Option(String description) {
		this.description = description;
	}

	String argument() {
		return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static String help() {
		return Arrays.stream(values())
			.map((option) -> "  %-28s %s%n".formatted(option.argument() + "=...", option.description))
			.collect(Collectors.joining());
	}

}
