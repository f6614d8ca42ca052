package io.github.connectapi.license;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.Secret;

/**
 * Text of a license: a version, the fields by name, and a checksum. Fields of later
 * versions are ignored.
 */
final class LicenseText {

	private static final String NAME = "getty-license";

	private static final String PREFIX = NAME + "-1.";

	private LicenseText() {
	}

	static String write(License license) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("asset", license.assetId());
		license.sizeKey().ifPresent((size) -> fields.put("size", size));
		license.productOfferingType().ifPresent((type) -> fields.put("offering", type));
		license.productOfferingInstanceId().ifPresent((id) -> fields.put("instance", id));
		fields.put("coordination", license.coordinationId());
		fields.put("purchased", license.purchasedAt().toString());
		license.fileSize().ifPresent((bytes) -> fields.put("bytes", String.valueOf(bytes)));
		fields.put("address", license.fileAddress().reveal());
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream output = new DataOutputStream(bytes)) {
			output.writeInt(fields.size());
			for (Map.Entry<String, String> field : fields.entrySet()) {
				writeText(output, field.getKey());
				writeText(output, field.getValue());
			}
			output.writeLong(checksum(bytes.toByteArray()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
	}

	static License read(String text) {
		String stripped = text.strip();
		if (!stripped.startsWith(NAME)) {
			throw new IllegalArgumentException("The text is not the text of a license");
		}
		if (!stripped.startsWith(PREFIX)) {
			throw new IllegalArgumentException("The text of the license was written by another version");
		}
		License license = parse(stripped.substring(PREFIX.length()));
		if (license == null) {
			// Without a cause, whose message could contain a part of the text.
			throw new IllegalArgumentException("The text of the license is damaged");
		}
		return license;
	}

	private static @Nullable License parse(String encoded) {
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(encoded);
			DataInputStream input = new DataInputStream(new ByteArrayInputStream(bytes));
			Map<String, String> fields = new LinkedHashMap<>();
			for (int left = input.readInt(); left > 0; left--) {
				fields.put(readText(input), readText(input));
			}
			byte[] checked = new byte[bytes.length - input.available()];
			System.arraycopy(bytes, 0, checked, 0, checked.length);
			return (input.readLong() == checksum(checked) && input.available() == 0) ? license(fields) : null;
		}
		catch (IOException | IllegalArgumentException | DateTimeException ex) {
			return null;
		}
	}

	private static License license(Map<String, String> fields) {
		String size = fields.get("bytes");
		return License
			.builder(require(fields, "asset"), require(fields, "coordination"),
					Instant.parse(require(fields, "purchased")), Secret.of(require(fields, "address")))
			.sizeKey(fields.get("size"))
			.productOffering(fields.get("offering"), fields.get("instance"))
			.fileSize((size != null) ? Long.valueOf(size) : null)
			.build();
	}

	private static String require(Map<String, String> fields, String name) {
		String value = fields.get(name);
		if (value == null) {
			throw new IllegalArgumentException(name);
		}
		return value;
	}

	private static void writeText(DataOutputStream output, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		output.writeInt(bytes.length);
		output.write(bytes);
	}

	private static String readText(DataInputStream input) throws IOException {
		int length = input.readInt();
		if (length < 0 || length > input.available()) {
			throw new IOException();
		}
		byte[] bytes = new byte[length];
		input.readFully(bytes);
		return new String(bytes, StandardCharsets.UTF_8);
	}

	private static long checksum(byte[] bytes) {
		CRC32 checksum = new CRC32();
		checksum.update(bytes);
		return checksum.getValue();
	}

}
