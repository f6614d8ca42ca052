package io.github.connectapi.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.Secret;

/**
 * Fixed binary layout of a record, version 1. A later library may append fields without
 * another version: this one ignores them, and loses them when it replaces the record, so
 * they must be optional. A record of another version has another key.
 */
final class SharedRecordCodec {

	/** Part of the key too. Another layout needs another version. */
	static final int VERSION = 1;

	private static final int ABSENT = -1;

	private SharedRecordCodec() {
	}

	static byte[] encode(SharedRecord source) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream output = new DataOutputStream(bytes)) {
			output.writeByte(VERSION);
			output.writeLong(source.generation());
			output.writeLong(source.issuedMillis());
			output.writeInt(source.failures());
			output.writeInt(source.rejections());
			output.writeBoolean(source.rejected());
			output.writeLong(source.backoffUntilMillis());
			output.writeInt(source.attempts());
			output.writeLong(source.attemptMillis());
			output.writeLong(source.reportMillis());
			writeText(output, source.operation());
			writeText(output, source.code());
			writeSession(output, source.session());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static void writeSession(DataOutputStream output, @Nullable ConnectSession session) throws IOException {
		writeText(output, (session != null) ? session.token().reveal() : null);
		if (session != null) {
			writeText(output, session.secureToken().map(Secret::reveal).orElse(null));
			writeText(output, session.accountId().orElse(null));
			output.writeLong(session.lifetime().toMillis());
		}
	}

	private static void writeText(DataOutputStream output, @Nullable String text) throws IOException {
		if (text == null) {
			output.writeInt(ABSENT);
			return;
		}
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		output.writeInt(bytes.length);
		output.write(bytes);
	}

	/** Return null if the bytes are not a record of this version. */
	static @Nullable SharedRecord decode(byte[] bytes) {
		try (DataInputStream input = new DataInputStream(new ByteArrayInputStream(bytes))) {
			return (input.readUnsignedByte() == VERSION) ? read(input) : null;
		}
		catch (IOException | IllegalArgumentException ex) {
			return null;
		}
	}

	private static SharedRecord read(DataInputStream input) throws IOException {
		long generation = input.readLong();
		long issuedMillis = input.readLong();
		int failures = input.readInt();
		int rejections = input.readInt();
		boolean rejected = input.readBoolean();
		long backoffUntilMillis = input.readLong();
		int attempts = input.readInt();
		long attemptMillis = input.readLong();
		long reportMillis = input.readLong();
		String operation = readText(input);
		String code = readText(input);
		return new SharedRecord(generation, issuedMillis, readSession(input), failures, rejections, rejected,
				backoffUntilMillis, attempts, attemptMillis, reportMillis, operation, code);
	}

	private static @Nullable ConnectSession readSession(DataInputStream input) throws IOException {
		String token = readText(input);
		if (token == null) {
			return null;
		}
		String secureToken = readText(input);
		String accountId = readText(input);
		ConnectSession session = ConnectSession.of(token, Duration.ofMillis(input.readLong()));
		session = (secureToken != null) ? session.withSecureToken(secureToken) : session;
		return (accountId != null) ? session.withAccountId(accountId) : session;
	}

	private static @Nullable String readText(DataInputStream input) throws IOException {
		int length = input.readInt();
		if (length == ABSENT) {
			return null;
		}
		if (length < 0 || length > input.available()) {
			throw new IOException("The length of a text exceeds the record");
		}
		return new String(input.readNBytes(length), StandardCharsets.UTF_8);
	}

}
