package io.github.connectapi.fleet.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.data.redis.connection.RedisStandaloneConfiguration;

import io.github.connectapi.store.StoreResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server with TLS.
 */
@ServerTests
class RedisTlsTests {

	private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

	private final int port = ServerProcess.freePort();

	@TempDir
	private Path directory;

	@Test
	void whenServerHasTlsThenStoresOnlyWithTls() throws Exception {
		HeldCertificate certificate = new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
		String certificateFile = write("certificate.pem", certificate.certificatePem());
		String keyFile = write("key.pem", certificate.privateKeyPkcs8Pem());
		try (RedisServer server = RedisServer.start("tls-port " + this.port, "tls-cert-file " + certificateFile,
				"tls-key-file " + keyFile, "tls-ca-cert-file " + certificateFile, "tls-auth-clients no")) {
			assertThat(replace(this.port, true).isWon()).isTrue();
			assertThat(replace(this.port, false).isResponse()).isFalse();
			assertThat(server.execute((jedis) -> jedis.dbSize()).longValue()).isEqualTo(1);
		}
	}

	private StoreResult replace(int toPort, boolean secured) {
		RedisConnections client = RedisConnections.LETTUCE;
		return client.use(client.to(new RedisStandaloneConfiguration("127.0.0.1", toPort), secured),
				(store) -> store.replace("v1-1", null, CONTENT, Duration.ofMinutes(1), "me"));
	}

	private String write(String name, String content) throws IOException {
		return Files.writeString(this.directory.resolve(name), content).toString();
	}

}
