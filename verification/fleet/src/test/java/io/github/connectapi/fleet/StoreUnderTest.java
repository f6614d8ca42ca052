package io.github.connectapi.fleet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.connectapi.fleet.server.DatabaseServer;

/**
 * The stores that rows are tested with. By default these are the ones that need no
 * installed server. With the system property {@code fleet=all} these are real servers.
 */
enum StoreUnderTest {

	EMBEDDED_REDIS("embedded Redis", false, true, () -> true,
			() -> new RedisServerProcess(RedisServerProcess.embedded())),

	H2("H2", false, false, () -> true, H2Server::new),

	REDIS("Redis", true, true, () -> isInstalled("redis-server"), () -> new RedisServerProcess("redis-server")),

	POSTGRESQL("PostgreSQL", true, true, DatabaseServer::hasPostgreSql, () -> new DatabaseStore("postgresql")),

	MARIADB("MariaDB", true, true, DatabaseServer::hasMariaDb, () -> new DatabaseStore("mariadb"));

	private final String label;

	private final boolean real;

	private final boolean stoppable;

	private final BooleanSupplier available;

	private final Supplier<StoreServer> server;

	StoreUnderTest(String label, boolean real, boolean stoppable, BooleanSupplier available,
			Supplier<StoreServer> server) {
		this.label = label;
		this.real = real;
		this.stoppable = stoppable;
		this.available = available;
		this.server = server;
	}

	/** Return whether the whole is tested, with real servers. */
	static boolean isWhole() {
		return System.getProperty("fleet", "").equals("all");
	}

	/** Return the stores of this run. */
	static Stream<StoreUnderTest> all() {
		return isWhole() ? Arrays.stream(values()).filter((store) -> store.real) : Stream.of(EMBEDDED_REDIS);
	}

	/** Return the stores of this run, and H2 by default. */
	static Stream<StoreUnderTest> allAndH2() {
		return isWhole() ? all() : Stream.of(EMBEDDED_REDIS, H2);
	}

	/** Return the stores of this run whose server can be paused and stopped. */
	static Stream<StoreUnderTest> stoppable() {
		return all().filter((store) -> store.stoppable);
	}

	/** Return the Redis of this run. */
	static Stream<StoreUnderTest> redis() {
		return Stream.of(isWhole() ? REDIS : EMBEDDED_REDIS);
	}

	static boolean isInstalled(String program) {
		return Stream.of(System.getenv("PATH").split(":"))
			.anyMatch((path) -> Files.isExecutable(Path.of(path, program)));
	}

	boolean isAvailable() {
		return this.available.getAsBoolean();
	}

	/** Start a server for one row. */
	StoreServer start() {
		return this.server.get();
	}

	@Override
	public String toString() {
		return this.label;
	}

}
