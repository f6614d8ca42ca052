package io.github.connectapi.fleet.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * The temporary directory of a server.
 */
final class ServerDirectory implements AutoCloseable {

	private final Path path;

	private final String user;

	private ServerDirectory(Path path, String user) {
		this.path = path;
		this.user = user;
	}

	static ServerDirectory create() {
		try {
			Path path = Files.createTempDirectory("connect-api-");
			return new ServerDirectory(path, System.getProperty("user.name"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Create a directory for a server that root may not run. */
	static ServerDirectory forOrdinaryUser() {
		ServerDirectory created = create();
		if (!"root".equals(created.user)) {
			return created;
		}
		try {
			var users = created.path.getFileSystem().getUserPrincipalLookupService();
			Files.setOwner(created.path, users.lookupPrincipalByName("nobody"));
			Files.setPosixFilePermissions(created.path, PosixFilePermissions.fromString("rwxr-xr-x"));
			return new ServerDirectory(created.path, "nobody");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path file(String name) {
		return this.path.resolve(name);
	}

	Path path() {
		return this.path;
	}

	/** Return the command, run by the owner of the directory. */
	List<String> command(List<String> command) {
		if (this.user.equals(System.getProperty("user.name"))) {
			return command;
		}
		Stream<String> asUser = Stream.of("setpriv", "--reuid", this.user, "--regid", "nogroup", "--clear-groups",
				"--");
		return Stream.concat(asUser, command.stream()).toList();
	}

	@Override
	public void close() {
		try {
			FileSystemUtils.deleteRecursively(this.path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
