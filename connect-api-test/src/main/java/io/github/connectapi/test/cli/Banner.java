package io.github.connectapi.test.cli;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;

/**
 * The text that is printed when the server has started.
 */
final class Banner {

	/** The name in the commands if no file is given. */
	private static final String CA_FILE = "ca.pem";

	private static final String TEXT = """
			The fake Connect API is running:

			  http:      %1$s
			  https:     %2$s
			  authority: %8$s

			Operations (POST):

			%3$s

			OAuth 2 and REST API v3:

			  POST /oauth2/token
			  GET /v3/search/images/creative, GET /v3/search/images/editorial
			  GET /v3/images/{id}, POST /v3/downloads/images/{id}, POST /v2/download/{ImageId}

			Account:

			  system id %4$s, system password %5$s
			  user name %6$s, user password %7$s
			  API key %11$s, API secret %12$s

			Create a session, search, choose the largest size, buy it and load the file:

			  SESSION=$(%10$s %9$s/v1/session/CreateSession \\
			    -d '{"RequestHeader": {"Token": null, "CoordinationId": "my-request-1"},
			         "CreateSessionRequestBody": {"SystemId": "%4$s", "SystemPassword": "%5$s",
			                                      "UserName": "%6$s", "UserPassword": "%7$s"}}')
			  TOKEN=$(printf %%s "$SESSION" | sed 's/.*"SecureToken":"\\([^"]*\\)".*/\\1/')
			  IMAGE=$(%10$s %9$s/v2/search/SearchForImages \\
			    -d '{"RequestHeader": {"Token": "'"$TOKEN"'"},
			         "SearchForImagesRequestBody": {"Query": {"SearchPhrase": "tree"},
			                                        "ResultOptions": {"ItemCount": 1, "ItemStartNumber": 1}}}' \\
			    | sed 's/.*"ImageId":"\\([^"]*\\)".*/\\1/')
			  OFFER=$(%10$s %9$s/v1/download/GetLargestImageDownloadAuthorizations \\
			    -d '{"RequestHeader": {"Token": "'"$TOKEN"'"},
			         "GetLargestImageDownloadAuthorizationsRequestBody": {"Images": [{"ImageId": "'$IMAGE'"}]}}' \\
			    | sed 's/.*"DownloadToken":"\\([^"]*\\)".*/\\1/')
			  FILE=$(%10$s %9$s/v1/download/CreateDownloadRequest \\
			    -d '{"RequestHeader": {"Token": "'"$TOKEN"'"},
			         "CreateDownloadRequestBody": {"DownloadItems": [{"DownloadToken": "'"$OFFER"'"}]}}' \\
			    | sed 's/.*"UrlAttachment":"\\([^"]*\\)".*/\\1/')
			  %10$s -OJ "$FILE"

			Configure an application that uses the starter, in application.properties:

			  getty.connect.base-url=%9$s
			  getty.connect.system-id=%4$s
			  getty.connect.system-password=%5$s
			  getty.connect.user-name=%6$s
			  getty.connect.user-password=%7$s

			Or, with OAuth 2 and REST API v3:

			  getty.connect.session.type=oauth2
			  getty.connect.oauth2.token-uri=%9$s/oauth2/token
			  getty.connect.rest.base-url=%9$s
			  getty.connect.base-url=%9$s
			  getty.connect.api-key=%11$s
			  getty.connect.api-secret=%12$s
			  getty.connect.user-name=%6$s
			  getty.connect.user-password=%7$s

			Type 'requests' (or only Enter) to list the received requests, 'clear' to remove them.
			Press Ctrl-C to stop the server.
			""";

	private Banner() {
	}

	static String of(FakeConnectServer server, Arguments arguments) throws InvalidArgumentException {
		boolean https = arguments.flag(Option.REQUIRE_HTTPS);
		return TEXT.formatted(server.baseUrl(), server.secureBaseUrl(), OperationList.of(server.operationPaths()),
				arguments.text(Option.SYSTEM_ID, FakeConnectServerBuilder.SYSTEM_ID),
				password(arguments, Option.SYSTEM_PASSWORD, FakeConnectServerBuilder.SYSTEM_PASSWORD),
				arguments.text(Option.USER_NAME, FakeConnectServerBuilder.USER_NAME),
				password(arguments, Option.USER_PASSWORD, FakeConnectServerBuilder.USER_PASSWORD),
				arguments.text(Option.CA_FILE,
						"--ca-file=%s writes the certificate to trust for https".formatted(CA_FILE)),
				https ? server.secureBaseUrl() : server.baseUrl(), https ? curlOverHttps(arguments) : "curl -sS",
				arguments.text(Option.API_KEY, FakeConnectServerBuilder.API_KEY),
				password(arguments, Option.API_SECRET, FakeConnectServerBuilder.API_SECRET));
	}

	private static String curlOverHttps(Arguments arguments) {
		// In single quotes, because the name may have spaces.
		return "curl -sS --cacert '%s'".formatted(arguments.text(Option.CA_FILE, CA_FILE).replace("'", "'\\''"));
	}

	/** Hide a password that is not the default one, because it may be real. */
	private static String password(Arguments arguments, Option option, String defaultPassword) {
		return arguments.text(option, defaultPassword).equals(defaultPassword) ? defaultPassword : "***";
	}

}
