package io.github.connectapi.fleet.server;

import java.nio.file.Path;
import java.util.List;

/**
 * The initial data of a database server, which takes seconds to create.
 */
enum DatabaseTemplate {

	POSTGRESQL {
		@Override
		List<String> create(Path data) {
			return List.of(ServerPrograms.require("initdb").toString(), "-D", data.toString(), "-A", "trust", "-U",
					"test", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions");
		}
	},

	MARIADB {
		@Override
		List<String> create(Path data) {
			return List.of(ServerPrograms.require("mariadb-install-db").toString(), "--no-defaults",
					"--datadir=" + data, "--skip-name-resolve", "--innodb-log-file-size=4M",
					"--auth-root-authentication-method=normal");
		}
	};

	private ServerDirectory created;

	abstract List<String> create(Path data);

	/** Copy the data to a directory of the same user. */
	synchronized void copyTo(ServerDirectory target) {
		if (this.created == null) {
			ServerDirectory directory = ServerDirectory.forOrdinaryUser();
			Runtime.getRuntime().addShutdownHook(new Thread(directory::close));
			ServerProcess.run(directory.command(create(directory.file("data"))));
			this.created = directory;
		}
		ServerProcess.run(List.of("cp", "-a", this.created.file("data").toString(), target.path().toString()));
	}

}
