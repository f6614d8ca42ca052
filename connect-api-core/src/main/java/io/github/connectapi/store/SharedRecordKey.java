package io.github.connectapi.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.Secret;

/**
 * Id and encryption key of a record. Both derive from the server, the namespace, the kind
 * of session and all credentials, so that a record of other credentials or of another
 * environment has another id and cannot be decrypted. Immutable.
 */
final class SharedRecordKey {

	/** Names the layout of the record, so that another one has another id. */
	private static final String FORMAT = "v" + SharedRecordCodec.VERSION;

	private static final String HMAC = "HmacSHA256";

	/** The number of rounds that OWASP recommends for PBKDF2 with HMAC-SHA-256. */
	private static final int ROUNDS = 600_000;

	private static final int KEY_BITS = 256;

	private static final int ID_BYTES = 16;

	private final String id;

	private final SecretKeySpec encryptionKey;

	private SharedRecordKey(byte[] key) throws GeneralSecurityException {
		byte[] hash = hmac(key, "id".getBytes(StandardCharsets.US_ASCII));
		this.id = FORMAT + "-" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
		this.encryptionKey = new SecretKeySpec(hmac(key, "encryption".getBytes(StandardCharsets.US_ASCII)), "AES");
	}

	/**
	 * Derive the key of a record. Takes about a second without a secret, because it makes
	 * guessing the passwords from a copy of the store slow.
	 * @param server the server of the credentials
	 * @param namespace the namespace of the instances that share the session
	 * @param credentials the credentials of the session
	 * @param secret the secret of the instances; null if they have none
	 * @return the key
	 */
	static SharedRecordKey derive(String server, String namespace, ConnectCredentials credentials,
			@Nullable Secret secret) {
		byte[] context = encode(FORMAT, server, namespace);
		byte[] all = encode(FORMAT, server, namespace, credentials.systemId(), credentials.systemPassword().reveal(),
				credentials.userName().orElse(null), credentials.userPassword().map(Secret::reveal).orElse(null));
		try {
			return new SharedRecordKey((secret != null) ? hmac(secret.reveal().getBytes(StandardCharsets.UTF_8), all)
					: stretch(all, context));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The Java runtime cannot derive the key of the shared session", ex);
		}
		finally {
			Arrays.fill(all, (byte) 0);
		}
	}

	private static byte[] stretch(byte[] password, byte[] salt) throws GeneralSecurityException {
		char[] characters = Base64.getEncoder().encodeToString(password).toCharArray();
		PBEKeySpec spec = new PBEKeySpec(characters, salt, ROUNDS, KEY_BITS);
		try {
			return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
		}
		finally {
			spec.clearPassword();
			Arrays.fill(characters, ' ');
		}
	}

	private static byte[] hmac(byte[] key, byte[] input) throws GeneralSecurityException {
		Mac mac = Mac.getInstance(HMAC);
		mac.init(new SecretKeySpec(key, HMAC));
		return mac.doFinal(input);
	}

	/** Encode each text with its length, so that no two lists have the same bytes. */
	private static byte[] encode(@Nullable String... texts) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream output = new DataOutputStream(bytes)) {
			for (String text : texts) {
				output.writeInt((text != null) ? text.length() : -1);
				output.writeChars((text != null) ? text : "");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/**
	 * Return the id of the record: letters, digits and a hyphen.
	 * @return the id
	 */
	String id() {
		return this.id;
	}

	SecretKeySpec encryptionKey() {
		return this.encryptionKey;
	}

	/** Return the id, never a key. */
	@Override
	public String toString() {
		return "SharedRecordKey[id=" + this.id + "]";
	}

}
