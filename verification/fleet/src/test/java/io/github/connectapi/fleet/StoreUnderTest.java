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

	EMBEDDED_REDIS("embedded Redis", false, () -> true, () -> new RedisServerProcess(RedisServerProcess.embedded())),

	H2("H2", false, () -> true, H2Server::new),

	REDIS("Redis", true, () -> isInstalled("redis-server"), () -> new RedisServerProcess("redis-server")),

	POSTGRESQL("PostgreSQL", true, DatabaseServer::hasPostgreSql, () -> new DatabaseStore("postgresql")),

	MARIADB("MariaDB", true, DatabaseServer::hasMariaDb, () -> new DatabaseStore("mariadb"));

	private final String label;

	private final boolean real;

	private final BooleanSupplier available;

	private final Supplier<StoreServer> server;

	StoreUnderTest(String label, boolean real, BooleanSupplier available, Supplier<StoreServer> server) {
		this.label = label;
		this.real = real;
		this.available = available;
		this.server = server;
	}

	/** Return whether the whole is tested, with real servers. */
	static boolean isWhole() {
		return System.getProperty("fleet", "").equals("all");
	}

	/** Return the stores of this run. */
	static Stream<StoreUnderTest> all() {
		return Arrays.stream(values()).filter((store) -> store.real == isWhole());
	}

	/** Return the first store of this run, for rows that do not depend on it. */
	static Stream<StoreUnderTest> one() {
		return all().limit(1);
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
