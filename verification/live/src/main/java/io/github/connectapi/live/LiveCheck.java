package io.github.connectapi.live;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.client.BaseUrl;

/**
 * Logs in with credentials of the environment, renews and searches, and prints how the
 * server behaves where its behavior is inferred. Buys nothing, stores nothing, and prints
 * no secret.
 */
public final class LiveCheck {

	private static final List<String> VARIABLES = List.of("GETTY_CONNECT_SYSTEM_ID", "GETTY_CONNECT_SYSTEM_PASSWORD",
			"GETTY_CONNECT_USER_NAME", "GETTY_CONNECT_USER_PASSWORD");

	private LiveCheck() {
	}

	/**
	 * Run the check. Exits with 0 if the session could be created, renewed and used, also
	 * if findings are different; with 1 if it could not; with 2 if a variable is missing.
	 * @param args not used
	 */
	public static void main(String[] args) {
		int status = run(System.getenv(), System.out);
		if (status != 0) {
			System.exit(status);
		}
	}

	static int run(Map<String, String> environment, PrintStream out) {
		List<String> missing = VARIABLES.stream()
			.filter((variable) -> environment.getOrDefault(variable, "").isBlank())
			.toList();
		if (!missing.isEmpty()) {
			out.printf("Set the environment variables %s. They are sent to the Connect API only.%n",
					String.join(", ", missing));
			return 2;
		}
		try {
			BaseUrl baseUrl = BaseUrl.of(environment.getOrDefault("GETTY_CONNECT_BASE_URL", BaseUrl.DEFAULT));
			out.printf("Checking %s%n%n", baseUrl);
			Stream<String> values = VARIABLES.stream().map(environment::get);
			return check(baseUrl, credentials(values.toArray(String[]::new)), out);
		}
		catch (IllegalArgumentException ex) {
			out.println(ex.getMessage());
			return 2;
		}
	}

	private static ConnectCredentials credentials(String... values) {
		return ConnectCredentials.of(values[0], values[1], values[2], values[3]);
	}

	private static int check(BaseUrl baseUrl, ConnectCredentials credentials, PrintStream out) {
		try (SessionCheck check = new SessionCheck(baseUrl, credentials, (finding) -> out.printf("%s%n%n", finding))) {
			check.run();
			long different = check.different();
			out.printf("%s requests were sent, and nothing was bought.%n", check.requests());
			out.println(
					(different == 0) ? "All findings are confirmed." : "Different findings: %s".formatted(different));
			return 0;
		}
		catch (ConnectApiException ex) {
			// Its message is redacted.
			out.printf("Stopped: %s%n", ex.getMessage());
			return 1;
		}
	}

}
