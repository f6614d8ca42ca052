package io.github.connectapi.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.Secret;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.BackoffSettings;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionManagerBuilder;
import io.github.connectapi.session.ConnectSessionSnapshot;
import io.github.connectapi.session.SessionSettings;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.SharedSessionSettings;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.user.ConnectSessions;
import io.github.connectapi.user.ConnectSessionsBuilder;
import io.github.connectapi.user.ConnectSessionsSettings;

/**
 * Application that shares its session. Reads commands from its standard input, one in a
 * line, and prints one line for each of them. Ends with its standard input. Prints no
 * tokens, only hashes of them.
 */
public final class FleetApplication {

	/** The start of a line that responds to a command. */
	static final String RESPONSE = "> ";

	private final ConnectSessionManager manager;

	private final ConnectSessions users;

	private final CallLoad load;

	private final Map<String, AtomicInteger> events = new ConcurrentHashMap<>();

	private FleetApplication(InstanceOptions options) {
		ConnectClient client = client(options);
		SessionStore store = StoreFactory.create(options.store());
		this.users = users(client, options, store);
		this.manager = manager(client, options, store)
			.listener((event) -> this.events
				.computeIfAbsent(event.getClass().getSimpleName(), (name) -> new AtomicInteger())
				.incrementAndGet())
			.build();
		this.load = new CallLoad(ConnectApi.builder(client, this.manager).build());
	}

	static ConnectClient client(InstanceOptions options) {
		return ConnectClient.builder(BaseUrl.of(options.get("base-url", ""), true))
			.connectTimeout(Duration.ofSeconds(2))
			.responseTimeout(options.get("response-timeout", Duration.ofMinutes(1)))
			.build();
	}

	static ConnectSessionManagerBuilder manager(ConnectClient client, InstanceOptions options, SessionStore store) {
		ConnectCredentials credentials = ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
				FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME, options.userPassword());
		return ConnectSessionManager.builder(client, () -> credentials)
			.settings(sessionSettings(options))
			.clock(Clock.offset(Clock.systemUTC(), options.get("clock-ahead", Duration.ZERO)))
			.sharedSession(store, sharedSettings(options));
	}

	/** Each user has a name and a password that equal his key. */
	private static ConnectSessions users(ConnectClient client, InstanceOptions options, SessionStore store) {
		ConnectSessionsBuilder builder = ConnectSessions
			.builder(client,
					(key) -> ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
							FakeConnectServerBuilder.SYSTEM_PASSWORD, key, key))
			.settings(ConnectSessionsSettings.defaults().withMaxLoginsPerSecond(1000))
			.sessionSettings(sessionSettings(options));
		// Without a secret, only the session of the application can be shared.
		return options.get("secret", "").isEmpty() ? builder.build()
				: builder.sharedSession(store, sharedSettings(options)).build();
	}

	/**
	 * Start the application.
	 * @param args not used
	 * @throws IOException if the standard input cannot be read
	 */
	public static void main(String[] args) throws IOException {
		FleetApplication application = new FleetApplication(InstanceOptions.ofThisJvm());
		ExecutorService commands = Executors.newSingleThreadExecutor();
		BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		respond("ready");
		for (String line = input.readLine(); line != null; line = input.readLine()) {
			String command = line;
			commands.execute(() -> respond(application.execute(command)));
		}
		// Even if a command still runs: the test has ended.
		Runtime.getRuntime().halt(0);
	}

	private static void respond(String response) {
		System.out.println(RESPONSE + response);
	}

	private static SessionSettings sessionSettings(InstanceOptions options) {
		SessionSettings settings = SessionSettings.defaults();
		BackoffSettings rejected = settings.rejectedBackoff();
		return settings.withRenewal(Double.parseDouble(options.get("renew-at", "0.8")), settings.renewJitter())
			.withAcquisitionTimeout(options.get("acquisition-timeout", settings.acquisitionTimeout()))
			.withWaitTimeout(options.get("wait-timeout", settings.waitTimeout()))
			.withRejectedBackoff(
					BackoffSettings.of(options.get("rejected-backoff", rejected.initial()), rejected.max()));
	}

	private static SharedSessionSettings sharedSettings(InstanceOptions options) {
		SharedSessionSettings settings = SharedSessionSettings.defaults();
		settings = settings.withNamespace(options.get("namespace", ""))
			.withPollInterval(options.get("poll-interval", settings.pollInterval()))
			.withTimeouts(options.get("connect-timeout", settings.connectTimeout()),
					options.get("timeout", settings.timeout()));
		String secret = options.get("secret", "");
		settings = secret.isEmpty() ? settings : settings.withSecret(secret);
		return Boolean.parseBoolean(options.get("wait-for-store", "false")) ? settings.waitForStore() : settings;
	}

	private String execute(String line) {
		String[] command = line.split(" ");
		try {
			return switch (command[0]) {
				case "session" -> TokenHash.of(this.manager.getSession().token());
				case "users" -> users(Integer.parseInt(command[1]));
				case "call" -> this.load.call();
				case "start" -> this.load.start(Duration.ofMillis(Long.parseLong(command[1])));
				case "stop" -> this.load.stop();
				case "invalidate" -> invalidate();
				case "renew" -> renew();
				case "reset" -> reset();
				case "snapshot" -> snapshot();
				case "events" -> new TreeMap<>(this.events).toString();
				default -> "unknown command";
			};
		}
		catch (ConnectApiException ex) {
			return "failed %s code=%s".formatted(ex.getClass().getSimpleName(), ex.code().orElse("-"));
		}
		catch (RuntimeException ex) {
			return "failed " + ex;
		}
	}

	/** Return one hash of the tokens of all users, which are requested at once. */
	private String users(int count) {
		List<CompletableFuture<ConnectSession>> pending = IntStream.range(0, count)
			.mapToObj((i) -> this.users.forUser("user-" + i).getSessionAsync().toCompletableFuture())
			.toList();
		String tokens = pending.stream()
			.map((session) -> session.join().token().reveal())
			.collect(Collectors.joining(" "));
		return TokenHash.of(Secret.of(tokens));
	}

	private String invalidate() {
		ConnectSession session = this.manager.getSession(Duration.ZERO);
		return Boolean.toString(this.manager.invalidate(session));
	}

	private String renew() {
		this.manager.renew();
		return "ok";
	}

	private String reset() {
		this.manager.reset();
		return "ok";
	}

	private String snapshot() {
		ConnectSessionSnapshot snapshot = this.manager.snapshot();
		return "state=%s generation=%d renewals=%d acquiring=%s nextAttemptAt=%s renewalDueAt=%s expiresAt=%s"
			.formatted(snapshot.state(), snapshot.generation(), snapshot.renewals(), snapshot.acquiring(),
					snapshot.nextAttemptAt(), snapshot.renewalDueAt(), snapshot.expiresAt());
	}

}
