package io.github.connectapi.license;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.Secret;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.license.ConnectDownloadException.Reason;
import io.github.connectapi.transport.ConnectTls;

import static io.github.connectapi.license.DownloadFixture.builder;
import static io.github.connectapi.license.DownloadFixture.failure;
import static io.github.connectapi.license.DownloadFixture.files;
import static io.github.connectapi.license.DownloadFixture.license;
import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class FileDownloadsTests {

	private static final int SIZE = 200_000;

	@TempDir
	private Path directory;

	private FileServer server;

	private final FileDownloads downloads = DownloadFixture.downloads();

	private Path target;

	@BeforeEach
	void start() throws IOException {
		this.server = FileServer.start(SIZE);
		this.target = this.directory.resolve("oak.jpg");
	}

	@AfterEach
	void stop() throws IOException {
		this.downloads.close();
		this.server.close();
	}

	@Test
	void whenDownloadedThenTheFileIsCompleteAndAlone() {
		License license = license(this.server.url(), (long) SIZE);
		assertThat(this.downloads.download(license, this.target)).isEqualTo(this.target)
			.hasBinaryContent(this.server.content());
		assertThat(files(this.directory)).containsExactly("oak.jpg");
		assertThat(this.server.requests()).singleElement()
			.satisfies((request) -> assertThat(request.head()).startsWith("GET /canary/oak.jpg?key=canary HTTP/1.1\r\n")
				.doesNotContainIgnoringCase("cookie")
				.doesNotContainIgnoringCase("authorization")
				.doesNotContainIgnoringCase("range"));
	}

	@Test
	void whenTheResponseIsChunkedThenTheFileIsComplete() {
		this.server.next(FileServer.responding("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n",
				"3\r\noak\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
		assertThat(this.downloads.download(license(this.server.url()), this.target)).hasContent("oak");
	}

	@Test
	void whenTheTargetExistsThenItIsRefusedAndNothingIsSent() throws IOException {
		Files.writeString(this.target, "mine");
		failure(Reason.TARGET_EXISTS, () -> this.downloads.download(license(this.server.url()), this.target));
		assertThat(this.target).hasContent("mine");
		assertThat(files(this.directory)).containsExactly("oak.jpg");
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void whenTheTargetExistsThenAnOptionReplacesIt() throws IOException {
		Files.writeString(this.target, "mine");
		this.downloads.download(license(this.server.url()), this.target, DownloadOptions.defaults().replaceExisting());
		assertThat(this.target).hasBinaryContent(this.server.content());
	}

	@Test
	void whenReplacingFailsThenTheExistingFileRemains() throws IOException {
		Files.writeString(this.target, "mine");
		this.server.always(this.server.breakingAt(1000));
		failure(Reason.CONNECTION, () -> this.downloads.download(license(this.server.url()), this.target,
				DownloadOptions.defaults().replaceExisting()));
		assertThat(this.target).hasContent("mine");
	}

	@Test
	void whenTheTargetIsADirectoryThenItIsRefused() throws IOException {
		Files.createDirectory(this.target);
		failure(Reason.TARGET_EXISTS, () -> this.downloads.download(license(this.server.url()), this.target,
				DownloadOptions.defaults().replaceExisting()));
	}

	@Test
	void whenAnotherDownloadWritesTheTargetThenItIsRefused() throws Exception {
		this.server.next(this.server.stallingAt(1000));
		CountDownLatch started = new CountDownLatch(1);
		CompletableFuture<Path> first = CompletableFuture
			.supplyAsync(() -> this.downloads.download(license(this.server.url()), this.target,
					DownloadOptions.defaults().withListener((progress) -> started.countDown())));
		started.await();
		failure(Reason.TARGET_IN_USE, () -> this.downloads.download(license(this.server.url()), this.target));
		this.downloads.close();
		assertThat(first).failsWithin(Duration.ofSeconds(10));
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "text/html; charset=utf-8", "TEXT/HTML", "application/xhtml+xml" })
	void whenTheResponseIsAWebPageThenItIsRefused(String type) {
		this.server.next(FileServer.responding("HTTP/1.1 200 OK\r\nContent-Type: %s\r\n".formatted(type)));
		assertThat(failure(Reason.NOT_A_FILE, () -> this.downloads.download(license(this.server.url()), this.target)))
			.hasMessage(
					"The file of asset 123 was not downloaded: the server responded with a web page instead of the file. The asset is licensed: correct this, then repeat the download with the same license (coordination id id-1)")
			.returns(false, ConnectDownloadException::isTransient);
		assertThat(files(this.directory)).isEmpty();
	}

	@Test
	void whenTheResponseIsCompressedThenItIsRefused() {
		this.server.next(FileServer.responding("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n"));
		failure(Reason.NOT_A_FILE, () -> this.downloads.download(license(this.server.url()), this.target));
		assertThat(this.server.requests().get(0).header("Accept-Encoding")).isEqualTo("identity");
	}

	@ParameterizedTest
	@CsvSource({ "401,EXPIRED,false,1", "403,EXPIRED,false,1", "404,EXPIRED,false,1", "410,EXPIRED,false,1",
			"204,REJECTED,false,1", "206,REJECTED,false,1", "400,REJECTED,false,1", "416,REJECTED,false,1",
			"408,UNAVAILABLE,true,6", "429,UNAVAILABLE,true,6", "500,UNAVAILABLE,true,6", "503,UNAVAILABLE,true,6" })
	void whenTheStatusIsNoSuccessThenTheReasonSaysSo(int status, Reason reason, boolean isTransient, int requests) {
		this.server.always(FileServer.responding("HTTP/1.1 %d X\r\n".formatted(status)));
		assertThat(failure(reason, () -> this.downloads.download(license(this.server.url()), this.target)))
			.returns(isTransient, ConnectDownloadException::isTransient);
		assertThat(this.server.requests()).hasSize(requests);
		assertThat(files(this.directory)).isEmpty();
	}

	@Test
	void whenTheAddressHasExpiredThenTheMessageSaysHowToGetAnother() {
		this.server.next(FileServer.responding("HTTP/1.1 403 Forbidden\r\n"));
		assertThat(failure(Reason.EXPIRED, () -> this.downloads.download(license(this.server.url()), this.target)))
			.hasMessage(
					"The file of asset 123 was not downloaded: the server responded with status 403. The asset is licensed: authorize it again, and check that it is free, to get another address (coordination id id-1)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ftp://127.0.0.1/canary", "canary", "https:///canary", "https://canary:x@127.0.0.1/",
			"http://127.0.0.1/canary file" })
	void whenTheAddressIsNoUrlThenTheFailureSaysSo(String address) {
		assertThat(failure(Reason.INVALID_ADDRESS, () -> this.downloads.download(license(address), this.target)))
			.hasMessageContaining("authorize it again");
	}

	@Test
	void whenRedirectedThreeTimesThenTheFileIsDownloaded() throws IOException {
		try (FileServer other = FileServer.start(5000)) {
			this.server.next(redirect("/canary/a"), redirect("?canary=b"), redirect(other.url()));
			assertThat(this.downloads.download(license(this.server.url()), this.target))
				.hasBinaryContent(other.content());
			assertThat(this.server.requests()).hasSize(3);
			assertThat(other.requests()).singleElement()
				.satisfies((request) -> assertThat(request.head()).doesNotContainIgnoringCase("cookie")
					.doesNotContainIgnoringCase("authorization")
					.doesNotContainIgnoringCase("referer"));
		}
	}

	@Test
	void whenRedirectedFourTimesThenItIsRefused() {
		this.server.always(redirect("/canary/next"));
		failure(Reason.REDIRECT, () -> this.downloads.download(license(this.server.url()), this.target));
		assertThat(this.server.requests()).hasSize(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ftp://127.0.0.1/canary", "https://canary@127.0.0.1/", "http:///canary", "canary file" })
	void whenTheRedirectIsNoUrlThenItIsRefused(String location) {
		this.server.next(redirect(location));
		failure(Reason.REDIRECT, () -> this.downloads.download(license(this.server.url()), this.target));
	}

	@Test
	void whenRedirectedFromHttpsToHttpThenItIsRefused() throws IOException {
		HeldCertificate certificate = new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
		HandshakeCertificates certificates = new HandshakeCertificates.Builder().heldCertificate(certificate)
			.addTrustedCertificate(certificate.certificate())
			.build();
		try (FileServer secure = FileServer.startTls(1000, certificates.sslContext());
				ConnectClient client = ConnectClient.builder(BaseUrl.of(BaseUrl.DEFAULT))
					.tls(() -> ConnectTls.of(certificates.sslContext()))
					.build();
				FileDownloads downloads = FileDownloads.builder(client).build()) {
			secure.next(redirect(this.server.url()));
			failure(Reason.REDIRECT, () -> downloads.download(license(secure.url()), this.target));
			assertThat(this.server.requests()).isEmpty();
			assertThat(downloads.download(license(secure.url()), this.target)).hasBinaryContent(secure.content());
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { SIZE - 1, SIZE + 1 })
	void whenTheLengthIsNotTheAnnouncedOneThenItIsRefused(long announced) {
		failure(Reason.WRONG_LENGTH, () -> this.downloads.download(license(this.server.url(), announced), this.target));
		assertThat(files(this.directory)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(longs = { 2, 4 })
	void whenAChunkedFileHasAnotherLengthThenItIsRefused(long announced) {
		this.server.next(FileServer.responding("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n",
				"3\r\noak\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
		failure(Reason.WRONG_LENGTH, () -> this.downloads.download(license(this.server.url(), announced), this.target));
		assertThat(files(this.directory)).isEmpty();
	}

	@Test
	void whenNobodyKnowsTheLengthThenTheFileIsRefused() {
		this.server.next(FileServer.responding("HTTP/1.1 200 OK\r\n", new byte[3]));
		failure(Reason.WRONG_LENGTH, () -> this.downloads.download(license(this.server.url()), this.target));
	}

	@Test
	void whenOnlyTheLicenseKnowsTheLengthThenItDecides() {
		this.server.next(FileServer.responding("HTTP/1.1 200 OK\r\n", new byte[3]));
		assertThat(this.downloads.download(license(this.server.url(), 3L), this.target)).hasBinaryContent(new byte[3]);
	}

	@Test
	void whenTheFileIsTooLargeThenItIsNotRead() {
		try (FileDownloads small = builder().maxFileSize(SIZE - 1).build()) {
			failure(Reason.TOO_LARGE, () -> small.download(license(this.server.url()), this.target));
			failure(Reason.TOO_LARGE, () -> small.download(license(this.server.url(), (long) SIZE), this.target));
			assertThat(this.server.requests()).hasSize(1);
			assertThat(files(this.directory)).isEmpty();
		}
	}

	@Test
	void whenAChunkedFileIsTooLargeThenNothingRemains() {
		this.server.next(FileServer.responding("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n",
				"3\r\noak\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
		try (FileDownloads small = builder().maxFileSize(2).build()) {
			failure(Reason.TOO_LARGE, () -> small.download(license(this.server.url()), this.target));
		}
		assertThat(files(this.directory)).isEmpty();
	}

	@Test
	void whenTheServerStallsThenTheDownloadTimesOut() {
		this.server.always(this.server.stallingAt(1000));
		try (FileDownloads impatient = builder().progressTimeout(Duration.ofMillis(300)).build()) {
			assertThat(failure(Reason.TIMEOUT, () -> impatient.download(license(this.server.url()), this.target)))
				.returns(true, ConnectDownloadException::isTransient)
				.hasMessageContaining("no data within 300 ms");
		}
		assertThat(this.server.requests()).hasSizeBetween(2, 6);
	}

	@Test
	void whenTheServerDribblesThenTheDownloadMayTakeLonger() {
		this.server.next((server, connection, request) -> {
			OutputStream output = connection.getOutputStream();
			output.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			for (int i = 0; i < 10; i++) {
				Thread.sleep(250);
				output.write('x');
			}
		});
		try (FileDownloads impatient = builder().progressTimeout(Duration.ofSeconds(2)).build()) {
			assertThat(impatient.download(license(this.server.url()), this.target)).hasContent("xxxxxxxxxx");
		}
	}

	@Test
	void whenTheThreadIsInterruptedThenTheDownloadEndsAndCanResume() throws Exception {
		this.server.next(this.server.stallingAt(1000));
		Thread caller = Thread.currentThread();
		failure(Reason.INTERRUPTED, () -> this.downloads.download(license(this.server.url()), this.target,
				DownloadOptions.defaults().withListener((progress) -> caller.interrupt())));
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.downloads.download(license(this.server.url()), this.target))
			.hasBinaryContent(this.server.content());
		assertThat(this.server.requests().get(1).start()).isPositive();
	}

	@Test
	void whenTheThreadIsInterruptedBeforeThenNothingIsCreated() {
		Thread.currentThread().interrupt();
		try {
			failure(Reason.INTERRUPTED, () -> this.downloads.download(license(this.server.url()), this.target));
		}
		finally {
			assertThat(Thread.interrupted()).isTrue();
		}
		assertThat(files(this.directory)).isEmpty();
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void whenTheThreadIsInterruptedWhileItWaitsToResumeThenTheDownloadEnds() throws Exception {
		this.server.always(this.server.breakingAt(1000));
		Thread caller = Thread.currentThread();
		CompletableFuture<Void> interrupt = CompletableFuture.runAsync(caller::interrupt,
				CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));
		try (FileDownloads slow = builder().backoff(Duration.ofSeconds(20)).build()) {
			failure(Reason.INTERRUPTED, () -> slow.download(license(this.server.url()), this.target));
		}
		assertThat(Thread.interrupted()).isTrue();
		interrupt.get();
	}

	@Test
	void whenClosedThenDownloadsInProgressEndAndLaterOnesFail() throws Exception {
		this.server.next(this.server.stallingAt(1000));
		CompletableFuture<Void> closing = new CompletableFuture<>();
		failure(Reason.CLOSED, () -> this.downloads.download(license(this.server.url()), this.target,
				DownloadOptions.defaults().withListener((progress) -> closing.completeAsync(() -> {
					this.downloads.close();
					return null;
				}))));
		failure(Reason.CLOSED, () -> this.downloads.download(license(this.server.url()), this.target));
		closing.get(10, TimeUnit.SECONDS);
	}

	@Test
	void whenTheDirectoryIsMissingThenTheFailureSaysSo() {
		Path missing = this.directory.resolve("missing").resolve("oak.jpg");
		assertThat(failure(Reason.DISK, () -> this.downloads.download(license(this.server.url()), missing)))
			.hasMessageContaining("the directory %s does not exist".formatted(missing.getParent()));
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void whenTheDirectoryIsNotWritableThenTheFailureSaysSo() {
		failure(Reason.DISK, () -> this.downloads.download(license(this.server.url()), Path.of("/proc/oak.jpg")));
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void whenTheDiskIsFullThenTheFailureSaysSo() throws IOException {
		try (OutputStream full = new FileOutputStream("/dev/full")) {
			assertThat(failure(Reason.DISK, () -> this.downloads.download(license(this.server.url()), full)))
				.hasMessageContaining("No space left on device");
		}
	}

	@Test
	void whenALinkIsInThePlaceOfThePartThenItIsRefusedAndNothingIsOverwritten() throws IOException {
		Path other = Files.writeString(this.directory.resolve("other"), "mine");
		Files.createSymbolicLink(this.directory.resolve("oak.jpg.part"), other);
		failure(Reason.DISK, () -> this.downloads.download(license(this.server.url()), this.target));
		assertThat(other).hasContent("mine");
		assertThat(files(this.directory)).containsExactly("oak.jpg.part", "other");
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void whenThePartCannotBeOpenedThenNothingElseRemains() throws IOException {
		Files.createDirectory(this.directory.resolve("oak.jpg.part"));
		failure(Reason.DISK, () -> this.downloads.download(license(this.server.url()), this.target));
		assertThat(files(this.directory)).containsExactly("oak.jpg.part");
	}

	@Test
	void whenTheTargetIsRelativeThenTheFileIsDownloaded() {
		Path relative = Path.of("").toAbsolutePath().relativize(this.target);
		assertThat(this.downloads.download(license(this.server.url()), relative)).isEqualTo(relative)
			.hasBinaryContent(this.server.content());
	}

	@Test
	void whenTheTargetIsALinkThenTheLinkIsReplaced() throws IOException {
		Path other = Files.writeString(this.directory.resolve("other"), "mine");
		Files.createSymbolicLink(this.target, other);
		failure(Reason.TARGET_EXISTS, () -> this.downloads.download(license(this.server.url()), this.target));
		this.downloads.download(license(this.server.url()), this.target, DownloadOptions.defaults().replaceExisting());
		assertThat(other).hasContent("mine");
		assertThat(this.target).isRegularFile().hasBinaryContent(this.server.content());
		assertThat(Files.isSymbolicLink(this.target)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 0\r\n", "Transfer-Encoding: chunked\r\n" })
	void whenTheFileHasNoBytesThenItIsRefused(String header) {
		byte[] body = header.startsWith("T") ? "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII) : new byte[0];
		this.server.next(FileServer.responding("HTTP/1.1 200 OK\r\n" + header, body));
		failure(Reason.WRONG_LENGTH, () -> this.downloads.download(license(this.server.url()), this.target));
		assertThat(files(this.directory)).isEmpty();
	}

	@Test
	void whenTheServerRequestsAShortDelayThenItIsObserved() {
		this.server.next(FileServer.responding("HTTP/1.1 503 X\r\nRetry-After: 1\r\n"));
		long start = System.nanoTime();
		this.downloads.download(license(this.server.url()), this.target);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void whenTheServerRequestsALongDelayThenTheFailureHasIt() {
		this.server.next(FileServer.responding("HTTP/1.1 429 X\r\nRetry-After: 120\r\n"));
		assertThat(failure(Reason.UNAVAILABLE, () -> this.downloads.download(license(this.server.url()), this.target))
			.retryAfter()).hasValue(Duration.ofMinutes(2));
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void whenTheThreadIsInterruptedThenACheckLeavesNothing() {
		Thread.currentThread().interrupt();
		try {
			failure(Reason.INTERRUPTED,
					() -> this.downloads.check(this.target, OptionalLong.empty(), DownloadOptions.defaults()));
		}
		finally {
			assertThat(Thread.interrupted()).isTrue();
		}
		assertThat(files(this.directory)).isEmpty();
	}

	@Test
	void whenAnotherSizeIsConfirmedThenTheFileIsDownloaded() {
		License license = license(this.server.url(), 1L);
		failure(Reason.WRONG_LENGTH, () -> this.downloads.download(license, this.target));
		assertThat(this.downloads.download(license.withoutFileSize(), this.target))
			.hasBinaryContent(this.server.content());
	}

	@Test
	void whenTheFileDoesNotFitOnTheDiskThenItIsNotRead() {
		try (FileDownloads large = builder().maxFileSize(Long.MAX_VALUE).build()) {
			this.server
				.next(FileServer.responding("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999\r\n", new byte[10]));
			failure(Reason.DISK, () -> large.download(license(this.server.url()), this.target));
			failure(Reason.DISK,
					() -> large.check(this.target, OptionalLong.of(Long.MAX_VALUE), DownloadOptions.defaults()));
		}
		assertThat(files(this.directory)).isEmpty();
	}

	@Test
	void whenATargetIsCheckedThenNothingRemainsAndNothingIsSent() throws IOException {
		this.downloads.check(this.target, OptionalLong.of(SIZE), DownloadOptions.defaults());
		assertThat(files(this.directory)).isEmpty();
		failure(Reason.TOO_LARGE,
				() -> this.downloads.check(this.target, OptionalLong.of(Long.MAX_VALUE), DownloadOptions.defaults()));
		failure(Reason.DISK, () -> this.downloads.check(this.directory.resolve("a/b"), OptionalLong.empty(),
				DownloadOptions.defaults()));
		Files.writeString(this.target, "mine");
		assertThat(failure(Reason.TARGET_EXISTS,
				() -> this.downloads.check(this.target, OptionalLong.empty(), DownloadOptions.defaults())))
			.hasMessageEndingWith("oak.jpg exists");
		this.downloads.check(this.target, OptionalLong.empty(), DownloadOptions.defaults().replaceExisting());
	}

	@Test
	void whenClosedThenACheckFails() {
		this.downloads.close();
		assertThat(failure(Reason.CLOSED,
				() -> this.downloads.check(this.target, OptionalLong.empty(), DownloadOptions.defaults())))
			.hasMessageEndingWith("the downloads are closed");
		assertThat(files(this.directory)).isEmpty();
	}

	@Test
	void whenTheAssetIdHasALineBreakThenTheMessageHasNone() {
		License license = License.builder("1\n2", "id-1", Instant.EPOCH, Secret.of("canary")).build();
		assertThat(failure(Reason.INVALID_ADDRESS, () -> this.downloads.download(license, this.target)))
			.hasMessageContaining("asset 1\\u000a2 was");
	}

	@Test
	void whenDownloadedToAStreamThenItRemainsOpen() {
		boolean[] closed = new boolean[1];
		ByteArrayOutputStream stream = new ByteArrayOutputStream() {
			@Override
			public void close() {
				closed[0] = true;
			}
		};
		assertThat(this.downloads.download(license(this.server.url()), stream)).isEqualTo(SIZE);
		assertThat(stream.toByteArray()).isEqualTo(this.server.content());
		assertThat(closed[0]).isFalse();
	}

	@Test
	void whenAStreamBreaksOffThenItContinues() {
		this.server.next(this.server.breakingAt(180_000));
		ByteArrayOutputStream stream = new ByteArrayOutputStream();
		this.downloads.download(license(this.server.url()), stream);
		assertThat(stream.toByteArray()).isEqualTo(this.server.content());
	}

	@Test
	void whenAStreamHasNoValidatorThenItFailsWithoutAnotherRequest() {
		this.server.next(this.server.breakingAt(180_000, ""));
		failure(Reason.CONNECTION,
				() -> this.downloads.download(license(this.server.url()), new ByteArrayOutputStream()));
		assertThat(this.server.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n", "HTTP/1.1 416 X\r\nContent-Length: 0\r\n" })
	void whenTheServerCannotContinueAStreamThenItFails(String head) {
		this.server.next(this.server.breakingAt(180_000), FileServer.responding(head, new byte[0]));
		assertThat(failure(Reason.CONNECTION,
				() -> this.downloads.download(license(this.server.url()), new ByteArrayOutputStream())))
			.returns(true, ConnectDownloadException::isTransient);
		assertThat(this.server.requests()).hasSize(2);
	}

	private static FileServer.Script redirect(String location) {
		return FileServer.responding("HTTP/1.1 302 Found\r\nLocation: %s\r\n".formatted(location));
	}

}
