package io.github.connectapi.license;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.connectapi.Secret;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.ConnectClientBuilder;
import io.github.connectapi.transport.ConnectTls;

import static io.github.connectapi.license.DownloadFixture.license;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Downloads through the proxy of the client, which has a login.
 */
@Timeout(60)
class ProxiedDownloadTests {

	private final @Nullable ProxySelector selector = ProxySelector.getDefault();

	@TempDir
	private Path directory;

	private FileServer proxy;

	private Path target;

	@BeforeEach
	void start() throws IOException {
		this.proxy = FileServer.start(1000);
		this.target = this.directory.resolve("oak.jpg");
	}

	@AfterEach
	void stop() throws IOException {
		ProxySelector.setDefault(this.selector);
		this.proxy.close();
	}

	@Test
	void whenThereIsAProxyThenItForwardsTheRequestOfTheFile() {
		useProxy();
		download(client(), "http://files.example/canary/oak.jpg", this.proxy);
		assertThat(this.proxy.requests()).singleElement()
			.satisfies((request) -> assertThat(request.head())
				.startsWith("GET http://files.example/canary/oak.jpg HTTP/1.1\r\n")
				.contains("Proxy-Authorization: Basic "));
	}

	@Test
	void whenThereIsNoProxyThenItsLoginIsNotSent() {
		download(client(), this.proxy.url(), this.proxy);
		assertThat(this.proxy.requests().get(0).head()).doesNotContainIgnoringCase("authorization");
	}

	@Test
	void whenTheFileIsSecureThenItComesThroughATunnelWithoutTheLogin() throws IOException {
		HeldCertificate certificate = new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
		HandshakeCertificates certificates = new HandshakeCertificates.Builder().heldCertificate(certificate)
			.addTrustedCertificate(certificate.certificate())
			.build();
		try (FileServer secure = FileServer.startTls(5000, certificates.sslContext())) {
			this.proxy.next((server, connection, request) -> tunnel(connection, port(secure)));
			useProxy();
			download(client().tls(() -> ConnectTls.of(certificates.sslContext())), secure.url(), secure);
			assertThat(this.proxy.requests()).singleElement()
				.satisfies((request) -> assertThat(request.head()).startsWith("CONNECT 127.0.0.1:")
					.contains("Proxy-Authorization: Basic ")
					.doesNotContain("canary"));
			assertThat(secure.requests()).singleElement()
				.satisfies((request) -> assertThat(request.head()).doesNotContainIgnoringCase("authorization"));
		}
	}

	private void download(ConnectClientBuilder builder, String address, FileServer server) {
		try (ConnectClient client = builder.build(); FileDownloads downloads = FileDownloads.builder(client).build()) {
			assertThat(downloads.download(license(address), this.target)).hasBinaryContent(server.content());
		}
	}

	private void useProxy() {
		ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress("127.0.0.1", port(this.proxy))));
	}

	private static ConnectClientBuilder client() {
		return ConnectClient.builder(BaseUrl.of(BaseUrl.DEFAULT)).proxyCredentials("user", Secret.of("password"));
	}

	private static void tunnel(Socket client, int port) throws IOException {
		client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		try (Socket server = new Socket("127.0.0.1", port)) {
			CompletableFuture.runAsync(() -> {
				try {
					client.getInputStream().transferTo(server.getOutputStream());
				}
				catch (IOException ex) {
					// One side has closed its connection.
				}
			});
			server.getInputStream().transferTo(client.getOutputStream());
		}
	}

	private static int port(FileServer server) {
		return URI.create(server.url()).getPort();
	}

}
