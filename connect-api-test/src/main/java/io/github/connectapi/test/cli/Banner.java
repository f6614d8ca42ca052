package io.github.connectapi.test.cli;

import java.util.List;
import java.util.stream.Collectors;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;

/**
 * The text that is printed when the server has started.
 */
final class Banner {

	private static final String TEXT = """
			The fake Connect API is running:

			  http:  %1$s
			  https: %2$s

			Operations (POST):

			%3$s

			Create a session:

			  curl -sS %1$s/v1/session/CreateSession \\
			    -H 'Content-Type: application/json' \\
			    -d '{"RequestHeader": {"Token": null, "CoordinationId": "my-request-1"},
			         "CreateSessionRequestBody": {"SystemId": "%4$s", "SystemPassword": "%5$s",
			                                      "UserName": "%6$s", "UserPassword": "%7$s"}}'

			Configure an application that uses the starter, in application.properties:

			  getty.connect.base-url=%1$s
			  getty.connect.system-id=%4$s
			  getty.connect.system-password=%5$s
			  getty.connect.user-name=%6$s
			  getty.connect.user-password=%7$s

			Press Ctrl-C to stop the server.
			""";

	private Banner() {
	}

	static String of(FakeConnectServer server, Arguments arguments) {
		List<String> paths = server.operationPaths();
		return TEXT.formatted(server.baseUrl(), server.secureBaseUrl(),
				paths.stream().map((path) -> "  " + path).collect(Collectors.joining("\n")),
				arguments.text(Option.SYSTEM_ID, FakeConnectServerBuilder.SYSTEM_ID),
				password(arguments, Option.SYSTEM_PASSWORD, FakeConnectServerBuilder.SYSTEM_PASSWORD),
				arguments.text(Option.USER_NAME, FakeConnectServerBuilder.USER_NAME),
				password(arguments, Option.USER_PASSWORD, FakeConnectServerBuilder.USER_PASSWORD));
	}

	/** Hide a password that is not the default one, because it may be real. */
	private static String password(Arguments arguments, Option option, String defaultPassword) {
		return arguments.text(option, defaultPassword).equals(defaultPassword) ? defaultPassword : "***";
	}

}
