package io.github.connectapi.license;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.connectapi.license.ConnectDownloadException.Reason;

import static io.github.connectapi.license.DownloadFixture.failure;
import static io.github.connectapi.license.DownloadFixture.license;
import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class DownloadListenerTests {

	private static final int SIZE = 5_000_000;

	@TempDir
	private Path directory;

	private FileServer server;

	private final FileDownloads downloads = DownloadFixture.downloads();

	private final List<DownloadProgress> progress = new ArrayList<>();

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
	void whenDownloadedThenTheProgressGrowsToTheEnd() {
		long start = System.nanoTime();
		download(this.progress::add);
		long tenths = (System.nanoTime() - start) / 100_000_000;
		assertThat(this.progress).hasSizeBetween(2, 103 + (int) tenths)
			.isSortedAccordingTo((one, other) -> Long.compare(one.bytes(), other.bytes()))
			.allSatisfy((each) -> assertThat(each.total()).hasValue(SIZE));
		assertThat(this.progress.get(0).isComplete()).isFalse();
		assertThat(this.progress.get(this.progress.size() - 1)).returns(true, DownloadProgress::isComplete)
			.returns((long) SIZE, DownloadProgress::bytes)
			.returns(license(this.server.url()), DownloadProgress::license)
			.hasToString("DownloadProgress[assetId=123, bytes=5000000, total=OptionalLong[5000000], complete=true]");
	}

	@Test
	void whenTheSizeIsUnknownThenThereIsNoTotal() {
		this.server.next(FileServer.responding("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n",
				"3\r\noak\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
		this.downloads.download(license(this.server.url()), this.target,
				DownloadOptions.defaults().withListener(this.progress::add));
		assertThat(this.progress.get(0).total()).isEqualTo(OptionalLong.empty());
	}

	@Test
	void whenTheListenerThrowsThenTheFileIsCompleteAndTheFirstFailureIsLogged(CapturedOutput output) {
		download((each) -> {
			throw new IllegalStateException("broken");
		});
		assertThat(output.getAll()).containsOnlyOnce(
				"Connect download listener failed; further failures are not logged: error=java.lang.IllegalStateException: broken")
			.doesNotContain("canary");
	}

	@Test
	void whenTheListenerCancelsThenTheDownloadEndsAndCanResume() {
		failure(Reason.CANCELED, () -> this.downloads.download(license(this.server.url()), this.target,
				DownloadOptions.defaults().withListener(DownloadProgress::cancel)));
		assertThat(this.target).doesNotExist();
		download(this.progress::add);
		assertThat(this.server.requests().get(1).start()).isPositive();
	}

	private void download(DownloadListener listener) {
		assertThat(this.downloads.download(license(this.server.url()), this.target,
				DownloadOptions.defaults().withListener(listener)))
			.hasBinaryContent(this.server.content());
	}

}
