package io.github.connectapi.test.file;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The files that were used last, up to a number of bytes. Creates one file at a time, so
 * that many requests at the same time do not need much memory. Thread-safe.
 */
final class FileCache {

	private final Map<String, byte[]> files = new LinkedHashMap<>(16, 0.75F, true);

	private final int maxBytes;

	private int bytes;

	FileCache(int maxBytes) {
		this.maxBytes = maxBytes;
	}

	/**
	 * Return a file, which must not be changed.
	 * @param name the name of the file
	 * @param creator creates the file if it is not in the cache
	 * @return the file
	 */
	synchronized byte[] get(String name, Supplier<byte[]> creator) {
		byte[] cached = this.files.get(name);
		if (cached != null) {
			return cached;
		}
		byte[] created = creator.get();
		if (created.length <= this.maxBytes) {
			this.files.put(name, created);
			this.bytes += created.length;
			removeEldest();
		}
		return created;
	}

	synchronized int bytes() {
		return this.bytes;
	}

	private void removeEldest() {
		Iterator<byte[]> eldest = this.files.values().iterator();
		while (this.bytes > this.maxBytes) {
			this.bytes -= eldest.next().length;
			eldest.remove();
		}
	}

}
