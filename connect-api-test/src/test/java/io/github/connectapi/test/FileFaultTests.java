package io.github.connectapi.test;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.connectapi.test.file.FileRequest;
import io.github.connectapi.test.file.FileServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Timeout(30)
class FileFaultTests {

	private static final String FILE = FakeConnectServer.FILE_DOWNLOAD;

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private Purchase purchase;

	private byte[] file;

	@BeforeEach
	void buy() throws Exception {
		this.purchase = Purchase.of(this.server);
		this.file = this.purchase.get().body();
		this.server.clearRequests();
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenFileHasNoFaultThenItIsComplete() throws Exception {
		HttpResponse<byte[]> response = this.purchase.get();
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).hasSize(this.purchase.size().fileSizeInBytes());
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-download");
	}

	@Test
	void whenFileIsDownloadedThenRequestIsRecorded() throws Exception {
		this.purchase.get("Range", "bytes=0-9");
		assertThat(this.server.requests(FILE)).singleElement().satisfies((request) -> {
			assertThat(request.method()).isEqualTo("GET");
			assertThat(request.header("Range")).isEqualTo("bytes=0-9");
			assertThat(request.tokenKind()).isEqualTo(TokenKind.NONE);
			assertThat(request.summary()).startsWith("FileDownload (http");
		});
		assertThat(this.server.awaitRequests(FILE, 1, Duration.ofSeconds(1))).hasSize(1);
		assertThat(this.server.count(FILE)).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.25, 0.999 })
	void whenFileBreaksOffThenFirstPartArrives(double fraction) throws Exception {
		this.server.enqueue(FILE, FileFault.breakOffAt(fraction));
		URI uri = URI.create(this.purchase.url());
		// Not the HTTP client of the JDK, which may discard what it received before.
		try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
			String request = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(uri.getRawPath());
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			socket.setSoTimeout(10_000);
			byte[] response = socket.getInputStream().readAllBytes();
			String text = new String(response, StandardCharsets.ISO_8859_1);
			assertThat(text).containsIgnoringCase("Content-Length: %s\r\n".formatted(this.file.length));
			assertThat(Arrays.copyOfRange(response, text.indexOf("\r\n\r\n") + 4, response.length))
				.isEqualTo(Arrays.copyOf(this.file, (int) (this.file.length * fraction)));
		}
	}

	@Test
	void whenFileBreaksOffThenRangeContinuesIt() throws Exception {
		this.server.enqueue(FILE, FileFault.breakOffAt(0.5));
		assertThatExceptionOfType(IOException.class).isThrownBy(this.purchase::get);
		HttpResponse<byte[]> rest = this.purchase.get("Range", "bytes=100-");
		assertThat(rest.statusCode()).isEqualTo(206);
		assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(this.file, 100, this.file.length));
	}

	@ParameterizedTest
	@ValueSource(doubles = { -0.1, 1, Double.NaN })
	void whenFractionIsNotPartOfFileThenItIsRejected(double fraction) {
		assertThatIllegalArgumentException().isThrownBy(() -> FileFault.breakOffAt(fraction))
			.withMessageStartingWith("The fraction must be at least 0 and less than 1");
	}

	@Test
	void whenFileIsLongerThenItHasMoreBytesThanAnnounced() throws Exception {
		this.server.enqueue(FILE, FileFault.longerBy(3));
		assertThat(this.purchase.get().body()).isEqualTo(Arrays.copyOf(this.file, this.file.length + 3));
	}

	@Test
	void whenFileIsShorterThenItHasFewerBytesThanAnnounced() throws Exception {
		this.server.enqueue(FILE, FileFault.shorterBy(3), FileFault.shorterBy(Integer.MAX_VALUE));
		assertThat(this.purchase.get().body()).isEqualTo(Arrays.copyOf(this.file, this.file.length - 3));
		assertThat(this.purchase.get().body()).isEmpty();
	}

	@Test
	void whenNumberOfBytesIsNotPositiveThenItIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> FileFault.longerBy(0));
		assertThatIllegalArgumentException().isThrownBy(() -> FileFault.shorterBy(-1));
	}

	@Test
	void whenPageIsSentInsteadOfFileThenStatusIs200() throws Exception {
		this.server.enqueue(FILE, FileFault.html());
		HttpResponse<byte[]> response = this.purchase.get();
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
		assertThat(response.body()).asString(StandardCharsets.UTF_8).startsWith("<html>");
	}

	@Test
	void whenFileIsRedirectedThenLocationIsGiven() throws Exception {
		this.server.enqueue(FILE, FileFault.redirect("https://files.invalid/1"), FileFault.redirectToSelf());
		assertThat(this.purchase.get().headers().firstValue("Location")).hasValue("https://files.invalid/1");
		HttpResponse<byte[]> self = this.purchase.get();
		assertThat(self.statusCode()).isEqualTo(302);
		assertThat(self.headers().firstValue("Location")).hasValue(this.purchase.url());
	}

	@Test
	void whenHttpsRequestIsRedirectedToHttpThenLocationIsSameFile() {
		FileTarget target = new FileTarget(new FileServer(List.of()), "GET",
				new FileRequest("http://127.0.0.1:1", "/downloads/key", Map.of()), "https://127.0.0.1:2",
				"http://127.0.0.1:1");
		assertThat(FileFault.redirectToHttp().respond(target).response().header("Location"))
			.isEqualTo("http://127.0.0.1:1/downloads/key");
	}

	@Test
	void whenFaultHasStatusHeaderAndBodyThenFileHasThem() throws Exception {
		this.server.enqueue(FILE, Fault.status(503).retryAfter("2").body("text/plain", "later"));
		HttpResponse<byte[]> response = this.purchase.get();
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
		assertThat(response.body()).asString().isEqualTo("later");
	}

	@Test
	void whenFileDribblesThenUnblockSendsTheRest() throws Exception {
		this.server.enqueue(FILE, StreamFault.dribble(Duration.ofDays(1)));
		try (InputStream body = stream("Range", "bytes=0-9999").body()) {
			assertThat(body.read()).isEqualTo(this.file[0] & 0xff);
			this.server.unblock();
			assertThat(body.readAllBytes()).isEqualTo(Arrays.copyOfRange(this.file, 1, 10_000));
		}
	}

	@Test
	void whenFileHangsThenClearingFaultsClosesItsConnection() throws Exception {
		this.server.enqueue(FILE, Fault.hang());
		URI uri = URI.create(this.purchase.url());
		// Not the HTTP client of the JDK, which repeats a GET whose connection is closed.
		try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
			String request = "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(uri.getRawPath());
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			this.server.awaitRequests(FILE, 1, Duration.ofSeconds(10));
			this.server.clearFaults();
			socket.setSoTimeout(10_000);
			assertThat(socket.getInputStream().read()).isEqualTo(-1);
		}
	}

	@Test
	void whenErrorIsReturnedForFileThenItIsAnEnvelope() throws Exception {
		this.server.enqueue(FILE, Fault.error("NoAccess", "No."), Fault.result("[1]"));
		assertThat(this.purchase.get().body()).asString().contains("\"Code\":\"NoAccess\"");
		assertThat(this.purchase.get().body()).asString().isEqualTo("[1]");
	}

	@Test
	void whenFaultIsForAnyOperationThenFilesAreNotAffected() throws Exception {
		this.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(500));
		assertThat(this.purchase.get().statusCode()).isEqualTo(200);
	}

	@Test
	void whenMethodIsHeadThenFaultIsKeptForTheDownload() throws Exception {
		this.server.enqueue(FILE, Fault.status(500));
		assertThat(this.purchase.send("HEAD").headers().firstValueAsLong("Content-Length")).hasValue(this.file.length);
		assertThat(this.purchase.get().statusCode()).isEqualTo(500);
	}

	@Test
	void whenFilesHaveFaultThenPurchasesAreNotAffected() throws Exception {
		this.server.always(FILE, Fault.status(500));
		assertThat(Purchase.of(this.server).get().statusCode()).isEqualTo(500);
	}

	private HttpResponse<InputStream> stream(String... headers) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.purchase.url()));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return RawClient.HTTP.send(request.build(), BodyHandlers.ofInputStream());
	}

}
