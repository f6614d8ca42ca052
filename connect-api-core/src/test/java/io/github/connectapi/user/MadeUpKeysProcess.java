package io.github.connectapi.user;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;

import io.github.connectapi.ConnectUnavailableException;

/**
 * Main class of a process of its own with a small heap, in which keys that nobody has
 * registered are read. Prints how many users are still served.
 */
final class MadeUpKeysProcess {

	/** {@code -Dheap.keys=1000000} reads more of them. */
	static final int KEYS = Integer.getInteger("heap.keys", 100_000);

	static final int USERS = 100;

	private MadeUpKeysProcess() {
	}

	public static void main(String[] args) {
		try (LocalUsers users = new LocalUsers(ConnectSessionsSettings.defaults().withMaxLoginsPerSecond(1000),
				(key) -> key.startsWith("valid") ? LocalUsers.credentials(key) : null, LocalUsers::session)) {
			long refused = 0;
			int served = 0;
			for (int i = 0; i < USERS; i++) {
				refused += read(users.sessions, i * (KEYS / USERS), (i + 1) * (KEYS / USERS));
				users.sessions.forUser("valid-" + i).getSession();
				served++;
			}
			ConnectSessionsSnapshot snapshot = users.sessions.snapshot();
			System.out.printf("refused=%s served=%s users=%s backoffs=%s logins=%s%n", refused, served,
					snapshot.users(), snapshot.backoffs(), users.logins);
		}
	}

	/** Read some keys at a time, and return how many were refused for good. */
	private static long read(ConnectSessions sessions, int start, int end) {
		return IntStream.range(start, end)
			.mapToObj((i) -> sessions.forUser("made-up-" + i).getSessionAsync().toCompletableFuture())
			.toList()
			.stream()
			.map((stage) -> stage.handle((session, failure) -> failure).join())
			.filter((failure) -> failure instanceof ConnectUnavailableException ex && !ex.isTransient())
			.count();
	}

	static Process start() throws IOException {
		return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx32m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-Dheap.keys=" + KEYS, "-cp",
				ManagementFactory.getRuntimeMXBean().getClassPath(), MadeUpKeysProcess.class.getName())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

}
