package io.github.connectapi.license;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

/**
 * Version of the file whose first bytes are in a partial file. It is stored with a hash
 * of the license, and with a checksum, because a process may end while it is written.
 */
record PartialVersion(String etag, String lastModified, long total) {

	private static final String FORMAT = "getty-download-1";

	private static final int MAX_LENGTH = 40 * 1024;

	static PartialVersion of(FileVersion version) {
		return new PartialVersion((version.etag() != null) ? version.etag() : "",
				(version.lastModified() != null) ? version.lastModified() : "", version.total());
	}

	FileVersion toFileVersion() {
		return new FileVersion(this.etag.isEmpty() ? null : this.etag,
				this.lastModified.isEmpty() ? null : this.lastModified, this.total, 0);
	}

	/** Read a version, or return null if it is damaged or of another license. */
	static @Nullable PartialVersion read(FileChannel channel, License license) throws IOException {
		if (channel.size() > MAX_LENGTH) {
			return null;
		}
		ByteBuffer buffer = ByteBuffer.allocate((int) channel.size());
		channel.position(0);
		while (buffer.hasRemaining()) {
			if (channel.read(buffer) < 0) {
				return null;
			}
		}
		String[] lines = new String(buffer.array(), StandardCharsets.ISO_8859_1).split("\n", -1);
		if (lines.length != 7 || !lines[0].equals(FORMAT) || !lines[1].equals(hash(license))
				|| !lines[4].matches("-?\\d{1,18}")) {
			return null;
		}
		PartialVersion version = new PartialVersion(lines[2], lines[3], Long.parseLong(lines[4]));
		return lines[5].equals(checksum(version.body(license))) ? version : null;
	}

	void write(FileChannel channel, License license) throws IOException {
		String body = body(license);
		ByteBuffer buffer = ByteBuffer
			.wrap("%s%s\n".formatted(body, checksum(body)).getBytes(StandardCharsets.ISO_8859_1));
		channel.truncate(0);
		channel.position(0);
		while (buffer.hasRemaining()) {
			channel.write(buffer);
		}
	}

	private String body(License license) {
		return "%s\n%s\n%s\n%s\n%d\n".formatted(FORMAT, hash(license), this.etag, this.lastModified, this.total);
	}

	private static String checksum(String text) {
		CRC32 checksum = new CRC32();
		checksum.update(text.getBytes(StandardCharsets.ISO_8859_1));
		return Long.toHexString(checksum.getValue());
	}

	/** The hash does not reveal the address, whose key is long and random. */
	private static String hash(License license) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(license.toText().getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
