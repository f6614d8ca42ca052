package io.github.connectapi.license;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.license.ConnectDownloadException.Reason;

import static io.github.connectapi.license.DownloadFixture.failure;
import static io.github.connectapi.license.DownloadFixture.files;
import static io.github.connectapi.license.DownloadFixture.license;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Downloads that continue after a break, in the same call or in a later one.
 */
@Timeout(60)
class ResumeTests {

	private static final int SIZE = 200_000;

	private static final int BREAK = 180_000;

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
	void whenTheConnectionBreaksOffThenTheRestIsRequested() {
		this.server.next(this.server.breakingAt(BREAK));
		download();
		assertThat(this.server.requests()).hasSize(2);
		assertThat(this.server.requests().get(1).start()).isEqualTo(BREAK);
		assertThat(this.server.requests().get(1).header("If-Range")).isEqualTo(FileServer.ETAG);
	}

	@Test
	void whenTheEntityTagIsWeakThenTheDateIsUsed() {
		this.server
			.next(this.server.breakingAt(BREAK, "ETag: W/\"1\"\r\nLast-Modified: %s\r\n".formatted(FileServer.DATE)));
		download();
		assertThat(this.server.requests().get(1).header("If-Range")).isEqualTo(FileServer.DATE);
		assertThat(this.server.requests().get(1).start()).isEqualTo(BREAK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ETag: W/\"1\"\r\n", "ETag: v1\r\n" })
	void whenThereIsNoValidatorThenTheFileBeginsAnew(String headers) {
		this.server.next(this.server.breakingAt(BREAK, headers));
		download();
		assertThat(this.server.requests().get(1).head()).doesNotContain("Range");
	}

	@Test
	void whenTheFileHasChangedThenItBeginsAnew() {
		this.server.next(this.server.breakingAt(BREAK), FileServer.responding(
				"HTTP/1.1 200 OK\r\nETag: \"v2\"\r\nContent-Length: 3\r\n", "new".getBytes(StandardCharsets.US_ASCII)));
		assertThat(this.downloads.download(license(this.server.url()), this.target)).hasContent("new");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ETag: \"v2\"\r\nContent-Range: bytes 180000-180002/200000\r\n",
			"ETag: \"v1\"\r\nContent-Range: bytes 179999-180001/200000\r\n",
			"ETag: \"v1\"\r\nContent-Range: bytes 180000-180002/180003\r\n", "ETag: \"v1\"\r\nContent-Range: x\r\n",
			"ETag: \"v1\"\r\n" })
	void whenThePartDoesNotFitThenTheFileBeginsAnew(String headers) {
		this.server.next(this.server.breakingAt(BREAK),
				FileServer.responding("HTTP/1.1 206 Partial Content\r\nContent-Length: 3\r\n" + headers, new byte[3]));
		download();
		assertThat(this.server.requests()).hasSize(3);
		assertThat(this.server.requests().get(2).head()).doesNotContain("Range");
	}

	@Test
	void whenTheRangeIsRefusedThenTheFileBeginsAnew() {
		this.server.next(this.server.breakingAt(BREAK), FileServer.responding("HTTP/1.1 416 X\r\n"));
		download();
		assertThat(this.server.requests()).hasSize(3);
	}

	@Test
	void whenTheRefusalOfARangeIsAWebPageThenTheFileBeginsAnew() {
		this.server.next(this.server.breakingAt(BREAK),
				FileServer.responding("HTTP/1.1 416 X\r\nContent-Type: text/html\r\nContent-Range: bytes */1\r\n"));
		download();
		assertThat(this.server.requests()).hasSize(3);
	}

	@Test
	void whenOnlyTheDateOfThePartDiffersThenTheFileBeginsAnew() {
		this.server.next(this.server.breakingAt(BREAK, "Last-Modified: %s\r\n".formatted(FileServer.DATE)),
				FileServer.responding("HTTP/1.1 206 Partial Content\r\nContent-Length: 20000\r\n"
						+ "Last-Modified: Tue, 01 Dec 2026 10:00:00 GMT\r\n"
						+ "Content-Range: bytes 180000-199999/200000\r\n", new byte[20_000]));
		download();
		assertThat(this.server.requests()).hasSize(3);
	}

	@Test
	void whenTheServerIgnoresTheRangeThenTheFileBeginsAnew() {
		this.server.next(this.server.breakingAt(BREAK), FileServer
			.responding("HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nContent-Length: 200000\r\n", this.server.content()));
		download();
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void whenTheFileHasMoreThanTwoGibibytesThenItResumes() throws IOException {
		long position = 3L << 30;
		long total = position + 3;
		String head = "HTTP/1.1 %s\r\nETag: \"v1\"\r\nContent-Length: %d\r\n%s\r\n";
		assumeThat(Files.getFileStore(this.directory).getUsableSpace()).isGreaterThan(total);
		for (int i = 0; i < 6; i++) {
			this.server.next((server, connection, request) -> connection.getOutputStream()
				.write((head.formatted("200 OK", total, "") + "oak").getBytes(StandardCharsets.US_ASCII)));
		}
		this.server.next((server, connection, request) -> connection.getOutputStream()
			.write((head.formatted("206 Partial Content", 3,
					"Content-Range: bytes %d-%d/%d\r\n".formatted(position, total - 1, total)) + "end")
				.getBytes(StandardCharsets.US_ASCII)));
		try (FileDownloads large = DownloadFixture.builder().maxFileSize(total).build()) {
			License license = license(this.server.url(), total);
			failure(Reason.CONNECTION, () -> large.download(license, this.target));
			try (RandomAccessFile part = new RandomAccessFile(this.directory.resolve("oak.jpg.part").toFile(), "rw")) {
				part.setLength(position);
			}
			assertThat(large.download(license, this.target)).hasSize(total);
			assertThat(this.server.requests().get(6).header("Range")).isEqualTo("bytes=%d-".formatted(position));
		}
	}

	@Test
	void whenThePartShrinksThenTheRestIsRequested() throws IOException {
		fail();
		try (RandomAccessFile part = new RandomAccessFile(this.directory.resolve("oak.jpg.part").toFile(), "rw")) {
			part.setLength(1000);
		}
		download();
		assertThat(this.server.requests().get(6).start()).isEqualTo(1000);
	}

	@Test
	void whenThePartIsShortThenTheRestIsRequested() {
		byte[] part = Arrays.copyOfRange(this.server.content(), BREAK, BREAK + 5);
		this.server.next(this.server.breakingAt(BREAK),
				FileServer.responding("HTTP/1.1 206 Partial Content\r\nContent-Length: 5\r\nETag: \"v1\"\r\n"
						+ "Content-Range: bytes 180000-180004/200000\r\n", part));
		download();
		assertThat(this.server.requests().get(2).start()).isEqualTo(BREAK + 5);
	}

	@Test
	void whenThereIsNoProgressThenTheDownloadFailsAfterFiveBreaks() {
		this.server.always(this.server.breakingAt(BREAK));
		assertThat(failure(Reason.CONNECTION, () -> this.downloads.download(license(this.server.url()), this.target)))
			.returns(true, ConnectDownloadException::isTransient);
		assertThat(this.server.requests()).hasSize(6);
		assertThat(files(this.directory)).containsExactly("oak.jpg.part", "oak.jpg.part.info");
	}

	@Test
	void whenTheFileBeginsAnewEachTimeThenThatIsNoProgress() throws IOException {
		try (FileServer large = FileServer.start(3_000_000)) {
			large.always(large.breakingAt(2_000_000, ""));
			failure(Reason.CONNECTION, () -> this.downloads.download(license(large.url()), this.target));
			assertThat(large.requests()).hasSize(6);
		}
	}

	@Test
	void whenThereIsProgressThenTheBreaksAreCountedAnew() throws IOException {
		try (FileServer large = FileServer.start(12_000_000)) {
			for (int i = 1; i < 10; i++) {
				large.next(large.breakingAt(i * 1_200_000));
			}
			assertThat(this.downloads.download(license(large.url()), this.target)).binaryContent()
				.isEqualTo(large.content());
		}
	}

	@Test
	void whenDownloadedAgainAfterAFailureThenItResumes() throws IOException {
		fail();
		assertThat(Files.readString(this.directory.resolve("oak.jpg.part.info"))).doesNotContain("canary");
		try (FileDownloads later = DownloadFixture.downloads()) {
			later.download(License.fromText(license(this.server.url()).toText()), this.target);
		}
		assertThat(this.target).hasBinaryContent(this.server.content());
		assertThat(files(this.directory)).containsExactly("oak.jpg");
		assertThat(this.server.requests()).hasSize(7);
		assertThat(this.server.requests().get(6).start()).isEqualTo(BREAK);
	}

	@Test
	void whenTheLicenseIsAnotherThenTheFileBeginsAnew() {
		fail();
		assertThat(this.downloads.download(license(this.server.url("/canary/other")), this.target))
			.hasBinaryContent(this.server.content());
		assertThat(this.server.requests().get(6).head()).doesNotContain("Range");
	}

	@Test
	void whenTheStoredVersionIsDamagedThenTheFileBeginsAnew() throws IOException {
		fail();
		Path info = this.directory.resolve("oak.jpg.part.info");
		byte[] intact = Files.readAllBytes(info);
		for (int length = 0; length < intact.length; length += 13) {
			Files.write(info, Arrays.copyOf(intact, length));
			Files.write(this.directory.resolve("oak.jpg.part"), new byte[100]);
			download();
			Files.delete(this.target);
		}
		Files.write(info, new byte[100_000]);
		Files.write(this.directory.resolve("oak.jpg.part"), new byte[100]);
		download();
		assertThat(this.server.requests().subList(6, this.server.requests().size()))
			.allSatisfy((request) -> assertThat(request.head()).doesNotContain("Range"));
	}

	@Test
	void whenTheStoredVersionIsMissingThenTheFileBeginsAnew() throws IOException {
		Files.write(this.directory.resolve("oak.jpg.part"), new byte[300_000]);
		download();
		assertThat(files(this.directory)).containsExactly("oak.jpg");
	}

	@Test
	void whenThePartIsLongerThanTheFileThenItBeginsAnew() throws IOException {
		fail();
		Files.write(this.directory.resolve("oak.jpg.part"), new byte[SIZE + 1]);
		download();
		assertThat(this.server.requests().get(6).head()).doesNotContain("Range");
	}

	@Test
	void whenOnlyTheMoveWasMissingThenNothingIsSent() throws IOException {
		fail();
		Files.write(this.directory.resolve("oak.jpg.part"), this.server.content());
		download();
		assertThat(this.server.requests()).hasSize(6);
		assertThat(files(this.directory)).containsExactly("oak.jpg");
	}

	@Test
	void whenTheTargetAppearsMeanwhileThenItIsRefusedAndTheBytesAreKept() throws IOException {
		fail();
		this.server.next((server, connection, request) -> {
			Files.writeString(this.target, "mine");
			server.serveFile(connection, request);
		});
		failure(Reason.TARGET_EXISTS, () -> this.downloads.download(license(this.server.url()), this.target));
		assertThat(this.target).hasContent("mine");
		Files.delete(this.target);
		download();
		assertThat(this.server.requests()).hasSize(7);
	}

	private void download() {
		assertThat(this.downloads.download(license(this.server.url()), this.target))
			.hasBinaryContent(this.server.content());
	}

	/** Leave a part of the file. */
	private void fail() {
		for (int i = 0; i < 6; i++) {
			this.server.next(this.server.breakingAt(BREAK));
		}
		failure(Reason.CONNECTION, () -> this.downloads.download(license(this.server.url()), this.target));
	}

}
