package io.github.connectapi.fleet.server;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;

/**
 * A database server that a test started.
 */
public final class DatabaseServer implements AutoCloseable {

	private final ServerDirectory directory;

	private final String url;

	private final List<String> command;

	private ServerProcess process;

	private DatabaseServer(ServerDirectory directory, String url, List<String> command) {
		this.directory = directory;
		this.url = url;
		this.command = directory.command(command);
		restart();
	}

	/**
	 * Start PostgreSQL, which logs all statements. If none is installed, skip the test.
	 * @return the server
	 */
	public static DatabaseServer postgreSql() {
		String postgres = ServerPrograms.require("postgres").toString();
		ServerDirectory directory = ServerDirectory.forOrdinaryUser();
		DatabaseTemplate.POSTGRESQL.copyTo(directory);
		String port = Integer.toString(ServerProcess.freePort());
		return new DatabaseServer(directory, "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=test",
				List.of(postgres, "-D", directory.file("data").toString(), "-p", port, "-h", "127.0.0.1", "-k",
						directory.path().toString(), "-c", "fsync=off", "-c", "log_statement=all"));
	}

	/**
	 * Start MariaDB, which logs all statements. If none is installed, skip the test.
	 * @return the server
	 */
	public static DatabaseServer mariaDb() {
		String mariadbd = ServerPrograms.require("mariadbd").toString();
		ServerDirectory directory = ServerDirectory.forOrdinaryUser();
		DatabaseTemplate.MARIADB.copyTo(directory);
		String port = Integer.toString(ServerProcess.freePort());
		return new DatabaseServer(directory, "jdbc:mariadb://127.0.0.1:" + port + "/test?user=root",
				List.of(mariadbd, "--no-defaults", "--datadir=" + directory.file("data"), "--port=" + port,
						"--bind-address=127.0.0.1", "--socket=" + directory.file("socket"),
						"--pid-file=" + directory.file("pid"), "--general-log=1",
						"--general-log-file=" + directory.file("statements"), "--skip-name-resolve",
						"--innodb-log-file-size=4M", "--innodb-flush-log-at-trx-commit=0"));
	}

	/**
	 * Return whether PostgreSQL is installed.
	 * @return whether it can be started
	 */
	public static boolean hasPostgreSql() {
		return ServerPrograms.isInstalled("initdb") && ServerPrograms.isInstalled("postgres");
	}

	/**
	 * Return whether MariaDB is installed.
	 * @return whether it can be started
	 */
	public static boolean hasMariaDb() {
		return ServerPrograms.isInstalled("mariadb-install-db") && ServerPrograms.isInstalled("mariadbd");
	}

	/** Start the server again on its port, with its data. */
	public void restart() {
		this.process = ServerProcess.start(this.directory.file("log"), this.command);
		this.process.awaitReady(() -> DriverManager.getConnection(this.url).close());
	}

	/**
	 * Return the URL of a database, with a user who may create tables.
	 * @return the URL
	 */
	public String url() {
		return this.url;
	}

	/**
	 * Return the files in the directory of the server, with its data and logs.
	 * @return the directory
	 */
	public Path directory() {
		return this.directory.path();
	}

	/** Let the server hang. */
	public void suspend() {
		this.process.suspend();
	}

	/** Let the server continue. */
	public void resume() {
		this.process.resume();
	}

	/** Kill the server; it can be started again. */
	public void kill() {
		this.process.close();
	}

	@Override
	public void close() {
		this.process.close();
		this.directory.close();
	}

}
