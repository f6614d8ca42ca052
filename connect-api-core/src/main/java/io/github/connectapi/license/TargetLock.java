package io.github.connectapi.license;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.connectapi.license.ConnectDownloadException.Reason;

/**
 * Excludes other downloads to the same target, of this process and of others, by a lock
 * on a file beside the target.
 */
final class TargetLock implements Closeable {

	/**
	 * Files that this process has locked. No second channel of them may be opened,
	 * because closing it would release the lock.
	 */
	private static final Set<Path> LOCKED = ConcurrentHashMap.newKeySet();

	private static final byte[] DELETED = "deleted\n".getBytes(StandardCharsets.US_ASCII);

	private static final int MAX_ATTEMPTS = 3;

	private final DiskActions disk;

	private final Path file;

	private final Path key;

	private final FileChannel channel;

	private TargetLock(DiskActions disk, Path file, Path key, FileChannel channel) {
		this.disk = disk;
		this.file = file;
		this.key = key;
		this.channel = channel;
	}

	/** Lock a file, which is created if it does not exist. */
	static TargetLock acquire(DiskActions disk, Path file) {
		if (Thread.currentThread().isInterrupted()) {
			throw interrupted(disk);
		}
		Path key = disk.execute(() -> key(file));
		if (!LOCKED.add(key)) {
			throw inUse(disk);
		}
		boolean acquired = false;
		try {
			TargetLock lock = open(disk, file, key);
			acquired = true;
			return lock;
		}
		finally {
			if (!acquired) {
				LOCKED.remove(key);
			}
		}
	}

	/** Return the channel of the file, whose content belongs to the download. */
	FileChannel channel() {
		return this.channel;
	}

	/** Delete the file. A process that has opened it already opens another one. */
	void delete() {
		try {
			this.channel.truncate(0);
			this.channel.write(ByteBuffer.wrap(DELETED), 0);
		}
		catch (IOException ex) {
			// It is about to be deleted.
		}
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			// It is overwritten by the next download.
		}
	}

	/** Delete the file if it contains nothing. */
	void deleteIfEmpty() {
		try {
			if (Files.size(this.file) == 0) {
				delete();
			}
		}
		catch (IOException ex) {
			// It is overwritten by the next download.
		}
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			// The lock is released nevertheless.
		}
		finally {
			LOCKED.remove(this.key);
		}
	}

	private static TargetLock open(DiskActions disk, Path file, Path key) {
		for (int attempt = 1;; attempt++) {
			TargetLock lock = new TargetLock(disk, file, key, disk.open(file));
			boolean valid = false;
			try {
				lock.lock();
				// The last attempt is one with a file whose process ended too early.
				valid = attempt == MAX_ATTEMPTS || !lock.isDeleted();
				if (valid) {
					return lock;
				}
			}
			finally {
				if (!valid) {
					lock.abandon();
				}
			}
		}
	}

	private void lock() {
		boolean locked;
		try {
			locked = this.channel.tryLock() != null;
		}
		catch (OverlappingFileLockException ex) {
			locked = false;
		}
		catch (ClosedByInterruptException | FileLockInterruptionException ex) {
			throw interrupted(this.disk);
		}
		catch (IOException | UnsupportedOperationException ex) {
			// Some file systems have no locks.
			locked = true;
		}
		if (!locked) {
			throw inUse(this.disk);
		}
	}

	private boolean isDeleted() {
		return this.disk.execute(() -> {
			ByteBuffer content = ByteBuffer.allocate(DELETED.length);
			return this.channel.read(content, 0) == DELETED.length && content.flip().equals(ByteBuffer.wrap(DELETED));
		});
	}

	private void abandon() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			// Nothing was written.
		}
	}

	private static Path key(Path file) throws IOException {
		Path directory = file.getParent();
		return (directory != null) ? directory.toRealPath().resolve(file.getFileName()) : file;
	}

	private static ConnectDownloadException interrupted(DiskActions disk) {
		return disk.failure(Reason.INTERRUPTED, "its thread was interrupted");
	}

	private static ConnectDownloadException inUse(DiskActions disk) {
		return disk.failure(Reason.TARGET_IN_USE, "another thread or process downloads to %s".formatted(disk.target()));
	}

}
