package io.github.connectapi.license;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.license.ConnectDownloadException.Reason;

/**
 * File beside the target that receives the bytes, and a second one that contains the
 * version of the file on the server. The version is written before the first byte, so
 * that a process that ends at any time leaves nothing that is continued wrongly. A lock
 * on the second file excludes other downloads to the same target.
 */
final class PartialFile implements Closeable {

	/** Reasons after which the bytes are kept. */
	private static final Set<Reason> KEPT = Set.of(Reason.CONNECTION, Reason.TIMEOUT, Reason.UNAVAILABLE,
			Reason.INTERRUPTED, Reason.CANCELED, Reason.CLOSED, Reason.DISK, Reason.TARGET_EXISTS);

	private final FailureFactory failures;

	private final Path target;

	private final boolean replacesExisting;

	private final Path part;

	private final Path info;

	private final FileChannel infoChannel;

	private final FileChannel partChannel;

	private PartialFile(FailureFactory failures, Path target, boolean replacesExisting) {
		this.failures = failures;
		this.target = target;
		this.replacesExisting = replacesExisting;
		this.part = sibling(target, ".part");
		this.info = sibling(target, ".part.info");
		requireReplaceable();
		this.infoChannel = open(this.info);
		boolean opened = false;
		try {
			lock();
			this.partChannel = open(this.part);
			opened = true;
		}
		finally {
			if (!opened) {
				closeChannel(this.infoChannel);
			}
		}
	}

	static PartialFile open(License license, Path target, boolean replacesExisting) {
		return new PartialFile((reason, detail, cause) -> ConnectDownloadException.of(license, reason, detail, cause),
				target.toAbsolutePath(), replacesExisting);
	}

	/** Check that a file can be written, without leaving anything. */
	static void check(Path target, OptionalLong fileSize, boolean replacesExisting) {
		boolean exists = Files.exists(sibling(target.toAbsolutePath(), ".part"));
		PartialFile file = new PartialFile(ConnectDownloadException::ofCheck, target.toAbsolutePath(),
				replacesExisting);
		try {
			file.requireSpace(fileSize.orElse(0));
		}
		finally {
			file.close();
			if (!exists) {
				file.delete();
			}
		}
	}

	/** Return what an earlier download of the same license left, if it can resume. */
	@Nullable PartialVersion resumable(License license) {
		try {
			PartialVersion version = PartialVersion.read(this.infoChannel, license);
			long size = this.partChannel.size();
			if (version == null || size == 0 || (version.total() >= 0 && size > version.total())) {
				return null;
			}
			this.partChannel.position(size);
			return version;
		}
		catch (IOException ex) {
			throw translate(ex);
		}
	}

	/** Return the number of bytes. */
	long size() {
		return attempt(this.partChannel::size);
	}

	/** Begin anew with a version of the file on the server. */
	void begin(License license, FileVersion version) {
		attempt(() -> {
			this.partChannel.truncate(0);
			this.partChannel.position(0);
			PartialVersion.of(version).write(this.infoChannel, license);
			return version;
		});
		requireSpace(Math.max(version.total(), 0));
	}

	void write(byte[] bytes, int length) {
		attempt(() -> {
			ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
			while (buffer.hasRemaining()) {
				this.partChannel.write(buffer);
			}
			return buffer;
		});
	}

	/** Move the complete file to the target. */
	void complete() {
		requireReplaceable();
		closeChannel(this.partChannel);
		attempt(() -> {
			try {
				Files.move(this.part, this.target, StandardCopyOption.ATOMIC_MOVE);
			}
			catch (AtomicMoveNotSupportedException ex) {
				Files.move(this.part, this.target, StandardCopyOption.REPLACE_EXISTING);
			}
			return this.target;
		});
		delete(this.info);
	}

	/** Delete the bytes unless a later download can continue them. */
	void abandon(Throwable failure) {
		boolean kept = failure instanceof ConnectDownloadException download && KEPT.contains(download.reason())
				&& isNotEmpty();
		if (!kept) {
			delete();
		}
	}

	@Override
	public void close() {
		closeChannel(this.partChannel);
		closeChannel(this.infoChannel);
	}

	private void requireSpace(long total) {
		long missing = total - size();
		Long usable = attempt(() -> Files.getFileStore(this.part).getUsableSpace());
		// Some file systems do not know their space.
		if (missing > usable && usable > 0) {
			throw this.failures.create(Reason.DISK,
					"the disk has %d usable bytes, but %d are missing".formatted(usable, missing), null);
		}
	}

	private void requireReplaceable() {
		boolean exists = Files.exists(this.target, LinkOption.NOFOLLOW_LINKS);
		if ((exists && !this.replacesExisting) || Files.isDirectory(this.target)) {
			throw this.failures.create(Reason.TARGET_EXISTS, "%s exists".formatted(this.target), null);
		}
	}

	private FileChannel open(Path path) {
		return attempt(() -> FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE));
	}

	private void lock() {
		boolean locked;
		try {
			locked = this.infoChannel.tryLock() != null;
		}
		catch (OverlappingFileLockException ex) {
			locked = false;
		}
		catch (ClosedByInterruptException | FileLockInterruptionException ex) {
			throw translate(ex);
		}
		catch (IOException ex) {
			// Some file systems have no locks.
			locked = true;
		}
		if (!locked) {
			throw this.failures.create(Reason.TARGET_IN_USE,
					"another thread or process downloads to %s".formatted(this.target), null);
		}
	}

	private boolean isNotEmpty() {
		try {
			return Files.size(this.part) > 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private void delete() {
		delete(this.part);
		delete(this.info);
	}

	private static void delete(Path path) {
		try {
			Files.deleteIfExists(path);
		}
		catch (IOException ex) {
			// It is overwritten by the next download.
		}
	}

	private static void closeChannel(FileChannel channel) {
		try {
			channel.close();
		}
		catch (IOException ex) {
			// Bytes that were not written are missing in the size, so they are requested.
		}
	}

	private <T> T attempt(FileAction<T> action) {
		try {
			return action.execute();
		}
		catch (IOException ex) {
			throw translate(ex);
		}
	}

	private ConnectDownloadException translate(IOException ex) {
		if (Thread.currentThread().isInterrupted()) {
			return this.failures.create(Reason.INTERRUPTED, "its thread was interrupted", ex);
		}
		return this.failures.create(Reason.DISK, "%s cannot be written (%s)".formatted(this.target, ex), ex);
	}

	private static Path sibling(Path target, String suffix) {
		Path name = target.getFileName();
		return target.resolveSibling(((name != null) ? name : "file") + suffix);
	}

	@FunctionalInterface
	private interface FileAction<T> {

		T execute() throws IOException;

	}

	@FunctionalInterface
	private interface FailureFactory {

		ConnectDownloadException create(Reason reason, String detail, @Nullable Throwable cause);

	}

}
