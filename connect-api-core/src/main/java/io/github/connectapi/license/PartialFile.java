package io.github.connectapi.license;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
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

	private final DiskActions disk;

	private final boolean replacesExisting;

	private final Path part;

	private final boolean existed;

	private final TargetLock lock;

	private final FileChannel channel;

	private PartialFile(DiskActions disk, boolean replacesExisting) {
		this.disk = disk;
		this.replacesExisting = replacesExisting;
		this.part = sibling(disk.target(), ".part");
		requireReplaceable();
		this.lock = TargetLock.acquire(disk, sibling(disk.target(), ".part.info"));
		boolean opened = false;
		try {
			// Another process may have completed the target before the lock.
			requireReplaceable();
			this.existed = Files.exists(this.part, LinkOption.NOFOLLOW_LINKS);
			this.channel = disk.open(this.part);
			opened = true;
		}
		finally {
			if (!opened) {
				this.lock.deleteIfEmpty();
				this.lock.close();
			}
		}
	}

	static PartialFile open(License license, Path target, boolean replacesExisting) {
		return new PartialFile(new DiskActions(target.toAbsolutePath(), license), replacesExisting);
	}

	/** Check that a file can be written, without leaving anything. */
	static void check(Path target, OptionalLong fileSize, boolean replacesExisting) {
		PartialFile file = new PartialFile(new DiskActions(target.toAbsolutePath(), null), replacesExisting);
		try {
			file.requireSpace(Math.max(fileSize.orElse(1), 1));
		}
		finally {
			if (!file.existed) {
				file.delete();
			}
			file.close();
		}
	}

	/** Return what an earlier download of the same license left, if it can resume. */
	@Nullable PartialVersion resumable(License license) {
		return this.disk.<Optional<PartialVersion>>execute(() -> {
			PartialVersion version = PartialVersion.read(this.lock.channel(), license);
			long size = this.channel.size();
			if (version == null || size == 0 || (version.total() >= 0 && size > version.total())) {
				return Optional.empty();
			}
			this.channel.position(size);
			return Optional.of(version);
		}).orElse(null);
	}

	/** Return the number of bytes. */
	long size() {
		return this.disk.execute(this.channel::size);
	}

	/** Begin anew with a version of the file on the server. */
	void begin(License license, FileVersion version) {
		this.disk.execute(() -> {
			this.channel.truncate(0);
			this.channel.position(0);
			PartialVersion.of(version).write(this.lock.channel(), license);
			return version;
		});
		requireSpace(version.total());
	}

	void write(byte[] bytes, int length) {
		this.disk.execute(() -> {
			ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
			while (buffer.hasRemaining()) {
				this.channel.write(buffer);
			}
			return buffer;
		});
	}

	/** Move the complete file to the target. */
	void complete() {
		this.disk.execute(() -> {
			// Before the move, so that a crash of the machine leaves a complete target or
			// none. Some file systems report a full disk only here.
			this.channel.force(false);
			this.channel.close();
			return this.part;
		});
		requireReplaceable();
		this.disk.execute(() -> {
			try {
				return Files.move(this.part, this.disk.target(), StandardCopyOption.ATOMIC_MOVE);
			}
			catch (AtomicMoveNotSupportedException ex) {
				return Files.move(this.part, this.disk.target(), StandardCopyOption.REPLACE_EXISTING);
			}
		});
		this.lock.delete();
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
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			// Bytes that were not written are missing in the size, so they are requested.
		}
		finally {
			this.lock.close();
		}
	}

	private void requireSpace(long total) {
		long missing = total - size();
		FileStore store = this.disk.execute(() -> Files.getFileStore(this.part));
		long usable = this.disk.execute(store::getUsableSpace);
		// Some file systems do not know their space.
		boolean known = usable > 0 || this.disk.execute(store::getTotalSpace) > 0;
		if (known && missing > usable) {
			throw this.disk.failure(Reason.DISK,
					"the disk has %d usable bytes, but %d are missing".formatted(usable, missing));
		}
	}

	private void requireReplaceable() {
		Path target = this.disk.target();
		boolean exists = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
		if ((exists && !this.replacesExisting) || Files.isDirectory(target)) {
			throw this.disk.failure(Reason.TARGET_EXISTS, "%s exists".formatted(target));
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
		try {
			Files.deleteIfExists(this.part);
		}
		catch (IOException ex) {
			// It is overwritten by the next download.
		}
		this.lock.delete();
	}

	private static Path sibling(Path target, String suffix) {
		Path name = target.getFileName();
		return target.resolveSibling(((name != null) ? name : "file") + suffix);
	}

}
