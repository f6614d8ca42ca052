package io.github.connectapi.test.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The options of the command line, in the order of the help text.
 */
enum Option {

	PORT("Port for http (default: a free port)"),

	HTTPS_PORT("Port for https (default: a free port)"),

	REQUIRE_HTTPS("Whether sessions require https, true or false (default: false)"),

	CORS("Whether pages of any origin may use the server, true or false (default: false)"),

	EMPTY_PAGES_AS_ERRORS("Whether a page without items is an error, true or false (default: false)"),

	CA_FILE("File to write the certificate authority to, in PEM format"),

	SYSTEM_ID("System id (default: fake-system)"),

	SYSTEM_PASSWORD("System password (default: fake-system-password)"),

	API_KEY("API key of OAuth 2 (default: fake-key)"),

	API_SECRET("API secret of OAuth 2 (default: fake-secret)"),

	USER_NAME("User name (default: fake-user)"),

	USER_PASSWORD("User password (default: fake-user-password)"),

	LIFETIME_MINUTES("Lifetime of tokens in minutes (default: 30)"),

	LOCK_ACCOUNT_AFTER("Number of failed logins that lock an account (default: 0, never)"),

	RUN_FOR("Time after which the server stops, such as PT10S (default: no limit)");

	private final String description;

	Option(String description) {
		this.description = description;
	}

	String argument() {
		return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static String help() {
		return Arrays.stream(values())
			.map((option) -> "  %-29s %s%n".formatted(option.argument() + "=...", option.description))
			.collect(Collectors.joining());
	}

}
