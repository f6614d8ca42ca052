package io.github.connectapi.integration.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.management.HotSpotDiagnosticMXBean;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.transport.ConnectTls;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that old tokens are not in a dump of the live heap.
 */
@Timeout(120)
class HeapTests {

	static final String TOKEN = "HeapCanary#";

	static final int ROTATIONS = 20;

	/** An operation whose response is sent after the last rotation. */
	static final String SLOW_OPERATION = "GetSlowly";

	private static final HeldCertificate AUTHORITY = new HeldCertificate.Builder().certificateAuthority(0).build();

	private static final HeldCertificate LEAF = new HeldCertificate.Builder().signedBy(AUTHORITY)
		.addSubjectAlternativeName("127.0.0.1")
		.build();

	private static final String PEM = LEAF.certificatePem() + LEAF.privateKeyPkcs8Pem();

	private static final ConnectTls TLS = ConnectTls
		.of(new HandshakeCertificates.Builder().addTrustedCertificate(AUTHORITY.certificate()).build().sslContext());

	@ParameterizedTest
	@ValueSource(strings = { "https", "http" })
	void whenASessionIsRenewedOftenThenAtMostItsLastTwoTokensAreInTheHeap(String scheme, @TempDir Path directory)
			throws Exception {
		withServer(scheme, (baseUrl, out) -> {
			Set<Integer> tokens = tokensAfterRotations(baseUrl, out, directory.resolve("live.hprof"));
			Measurements.add("tokens in the live heap after " + ROTATIONS + " rotations, " + scheme, tokens.size());
			// Over http, the token of the login may remain in the buffer of its
			// connection.
			assertThat(tokens).isSubsetOf(scheme.equals("http") ? 1 : ROTATIONS, ROTATIONS, ROTATIONS + 1)
				.contains(ROTATIONS + 1);
		});
	}

	@Test
	void whenASessionIsReportedOrClosedThenItsTokenIsNotInTheHeap(@TempDir Path directory) throws Exception {
		withServer("https", (baseUrl, out) -> {
			try (ConnectClient client = client(baseUrl); ConnectSessionManager manager = manager(client)) {
				manager.invalidate(manager.getSession());
				await(manager, 2);
				assertThat(tokensInHeap(directory.resolve("reported.hprof"))).as("reported").containsExactly(2);
				manager.close();
				assertThat(tokensInHeap(directory.resolve("closed.hprof"))).as("closed").isEmpty();
				assertThat(manager.snapshot().generation()).isEqualTo(2);
			}
		});
	}

	private static void withServer(String scheme, HeapTest test) throws Exception {
		Process server = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx32m", "-cp",
				System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
				TokenServer.class.getName(), scheme)
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			Writer in = server.outputWriter();
			in.write(Base64.getEncoder().encodeToString(PEM.getBytes(StandardCharsets.US_ASCII)) + "\n");
			in.flush();
			BufferedReader out = server.inputReader();
			test.run(scheme + "://127.0.0.1:" + out.readLine(), out);
		}
		finally {
			server.destroy();
		}
	}

	private static ConnectClient client(String baseUrl) {
		return ConnectClient.builder(BaseUrl.of(baseUrl)).tls(() -> TLS).build();
	}

	private static ConnectSessionManager manager(ConnectClient client) {
		ConnectCredentials credentials = ConnectCredentials.of("system", "password", "user", "password");
		return ConnectSessionManager.builder(client, () -> credentials).build();
	}

	/** A slow call on the connection of the login is running meanwhile. */
	private static Set<Integer> tokensAfterRotations(String baseUrl, BufferedReader out, Path dump) throws Exception {
		try (ConnectClient client = client(baseUrl); ConnectSessionManager manager = manager(client)) {
			ConnectApi connect = ConnectApi.builder(client, manager).build();
			call(connect, "GetFirst");
			CompletableFuture<Void> slowCall = CompletableFuture.runAsync(() -> call(connect, SLOW_OPERATION));
			assertThat(out.readLine()).isEqualTo(SLOW_OPERATION);
			for (int generation = 1; generation <= ROTATIONS; generation++) {
				manager.renew();
				await(manager, generation + 1);
			}
			slowCall.join();
			Set<Integer> tokens = tokensInHeap(dump);
			assertThat(manager.snapshot().generation()).isEqualTo(ROTATIONS + 1);
			return tokens;
		}
	}

	private static void call(ConnectApi connect, String operation) {
		connect.call(ConnectOperation.of("search", operation), Map.of("Query", "any"), Void.class);
	}

	private static void await(ConnectSessionManager manager, int generation) {
		Awaitility.await()
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(2))
			.timeout(Duration.ofSeconds(20))
			.until(() -> manager.snapshot().generation() == generation);
	}

	/** Find tokens as strings with one or two bytes per character. */
	private static Set<Integer> tokensInHeap(Path dump) throws IOException {
		ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
		String heap = Files.readString(dump, StandardCharsets.ISO_8859_1);
		Set<Integer> tokens = new TreeSet<>();
		for (String gap : new String[] { "", "\0" }) {
			String prefix = String.join(gap, TOKEN.split("")) + gap;
			Matcher matcher = Pattern.compile(Pattern.quote(prefix) + "(\\d)" + gap + "(\\d)" + gap + "(\\d)")
				.matcher(heap);
			while (matcher.find()) {
				tokens.add(Integer.valueOf(matcher.group(1) + matcher.group(2) + matcher.group(3)));
			}
		}
		return tokens;
	}

	/** A test against a server, which gets the base URL and the output of the server. */
	private interface HeapTest {

		void run(String baseUrl, BufferedReader out) throws Exception;

	}

}
