package io.github.connectapi.samples.picturesearch.purchase;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes files that only the owner of the process may read. On Windows they have the
 * permissions of their directory.
 */
final class PrivateFiles {

	private PrivateFiles() {
	}

	static void createDirectories(Path directory) throws IOException {
		Files.createDirectories(directory, permissions(directory, "rwx------"));
	}

	/** Write a file that is complete or does not exist, even after a power failure. */
	static void write(Path target, String text) throws IOException {
		Path temporary = Files.createTempFile(target.toAbsolutePath().getParent(), "new-", null,
				permissions(target, "rw-------"));
		try {
			try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
				ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
				while (bytes.hasRemaining()) {
					channel.write(bytes);
				}
				channel.force(true);
			}
			Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(temporary);
		}
	}

	private static FileAttribute<?>[] permissions(Path path, String permissions) {
		boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

}
