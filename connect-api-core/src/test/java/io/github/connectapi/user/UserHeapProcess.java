package io.github.connectapi.user;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.LocalSessionGroups;
import io.github.connectapi.session.SessionGroup;
import io.github.connectapi.session.SessionSettings;

/**
 * Main class of a process of its own that logs in many users without a server, and prints
 * the heap that each of them needs.
 */
final class UserHeapProcess {

	/** {@code -Dheap.users=100000} measures with more of them. */
	static final int USERS = Integer.getInteger("heap.users", 20_000);

	/** Faster than the real one, so that the rate of logins is no limit. */
	private static final LongSupplier NANOS = () -> 100 * System.nanoTime();

	private static final SessionSettings SETTINGS = SessionSettings.defaults()
		.withWaitTimeout(Duration.ofDays(1))
		.withAcquisitionTimeout(Duration.ofDays(1));

	private static final AtomicInteger TOKENS = new AtomicInteger();

	private UserHeapProcess() {
	}

	public static void main(String[] args) {
		SessionGroup group = LocalSessionGroups.create(UserHeapProcess::login, SETTINGS, NANOS, InstantSource.system(),
				null);
		try (ConnectClient client = ConnectClient.builder(BaseUrl.of("https://localhost")).build();
				ConnectSessions sessions = new DefaultConnectSessions(builder(client), group)) {
			sessions.forUser("warm-up").getSession();
			long before = usedHeap();
			for (int i = 0; i < USERS; i++) {
				sessions.forUser("customer-" + i).getSession();
			}
			long used = usedHeap() - before;
			System.out.printf("users=%s threads=%s bytes=%s%n", sessions.snapshot().valid(),
					ManagementFactory.getThreadMXBean().getThreadCount(), used / USERS);
		}
	}

	private static ConnectSessionsBuilder builder(ConnectClient client) {
		return new ConnectSessionsBuilder(client,
				(key) -> ConnectCredentials.of("system", "system-password", key, "password-of-" + key))
			.settings(ConnectSessionsSettings.defaults().withMaxUsers(USERS + 1).withMaxLoginsPerSecond(1000))
			.sessionSettings(SETTINGS)
			.nanoClock(NANOS);
	}

	/** Create a session with tokens of 300 characters. */
	private static ConnectSession login(ConnectCredentials credentials) {
		int number = TOKENS.incrementAndGet();
		return ConnectSession.of(token("token", number), Duration.ofDays(1))
			.withSecureToken(token("secure", number))
			.withAccountId("account-" + number);
	}

	private static String token(String prefix, int number) {
		return "%-300s".formatted(prefix + number).replace(' ', '=');
	}

	private static long usedHeap() {
		long used = Long.MAX_VALUE;
		for (int i = 0; i < 5; i++) {
			System.gc();
			used = Math.min(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
		}
		return used;
	}

	static Process start() throws IOException {
		return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx512m",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dheap.users=" + USERS, "-cp",
				ManagementFactory.getRuntimeMXBean().getClassPath(), UserHeapProcess.class.getName())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

}
