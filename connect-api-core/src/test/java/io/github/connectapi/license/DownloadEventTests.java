package io.github.connectapi.license;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.connectapi.license.ConnectDownloadException.Reason;
import io.github.connectapi.metrics.ConnectDownloadMetrics;

import static io.github.connectapi.license.DownloadFixture.builder;
import static io.github.connectapi.license.DownloadFixture.failure;
import static io.github.connectapi.license.DownloadFixture.license;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Events, log lines and counters of downloads.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class DownloadEventTests {

	private static final int SIZE = 1000;

	@TempDir
	private Path directory;

	private FileServer server;

	private final List<DownloadEvent> events = new CopyOnWriteArrayList<>();

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final FileDownloads downloads = builder().listener(this.events::add)
		.listener(new ConnectDownloadMetrics(this.registry, List.of()))
		.build();

	@BeforeEach
	void start() throws IOException {
		this.server = FileServer.start(SIZE);
	}

	@AfterEach
	void stop() throws IOException {
		this.downloads.close();
		this.server.close();
	}

	@Test
	void whenAFileIsDownloadedThenThereIsOneEventAndOneLine(CapturedOutput output) {
		download();
		assertThat(this.events).singleElement().satisfies((event) -> {
			assertThat(event.assetId()).isEqualTo("123");
			assertThat(event.coordinationId()).isEqualTo("id-1");
			assertThat(event.duration()).isPositive();
		});
		assertEvent(true, SIZE, 0, null);
		assertThat(output.getAll())
			.containsOnlyOnce("Connect download: asset=123 coordinationId=id-1 bytes=1000 resumes=0")
			.doesNotContain("canary");
	}

	@Test
	void whenTheConnectionBreaksOffThenTheResumeIsCounted() {
		this.server.next(this.server.breakingAt(500));
		download();
		assertEvent(true, SIZE, 1, null);
		assertCounters(SIZE, 1);
	}

	@Test
	void whenALaterDownloadResumesThenOnlyItsBytesAreCounted() {
		FileServer.Script down = FileServer.responding("HTTP/1.1 503 Service Unavailable\r\n");
		this.server.next(this.server.breakingAt(400), down, down, down, down, down);
		failure(Reason.UNAVAILABLE, this::download);
		assertEvent(false, 400, 0, Reason.UNAVAILABLE);
		this.events.clear();
		download();
		assertEvent(true, SIZE - 400, 1, null);
		assertCounters(SIZE, 1);
	}

	@Test
	void whenADownloadFailsThenTheReasonIsReported(CapturedOutput output) {
		this.server.next(FileServer.responding("HTTP/1.1 404 Not Found\r\n"));
		failure(Reason.EXPIRED, this::download);
		assertEvent(false, 0, 0, Reason.EXPIRED);
		assertThat(output.getAll())
			.containsPattern("WARN.*Connect download failed: asset=123 coordinationId=id-1 .*reason=EXPIRED")
			.doesNotContain("canary");
	}

	@Test
	void whenTheTargetExistsThenThatIsReported() {
		download();
		this.events.clear();
		failure(Reason.TARGET_EXISTS, this::download);
		assertEvent(false, 0, 0, Reason.TARGET_EXISTS);
	}

	@Test
	void whenTheApplicationCancelsThenTheLineIsNoWarning(CapturedOutput output) {
		failure(Reason.CANCELED, () -> this.downloads.download(license(this.server.url()), target(),
				DownloadOptions.defaults().withListener(DownloadProgress::cancel)));
		assertThat(this.events).extracting(DownloadEvent::complete, DownloadEvent::reason)
			.containsExactly(tuple(false, Reason.CANCELED));
		assertThat(output.getAll()).containsPattern(
				"INFO.*Connect download ended by the application: asset=123 coordinationId=id-1 .*reason=CANCELED");
	}

	@Test
	void whenAStreamIsWrittenThenThereIsAnEvent() {
		this.downloads.download(license(this.server.url()), new ByteArrayOutputStream());
		assertEvent(true, SIZE, 0, null);
	}

	@Test
	void whenCodeOfTheApplicationFailsThenThereIsNoReason(CapturedOutput output) {
		OutputStream broken = new OutputStream() {
			@Override
			public void write(int value) {
				throw new IllegalStateException("broken");
			}
		};
		assertThatIllegalStateException().isThrownBy(() -> this.downloads.download(license(this.server.url()), broken));
		assertThat(this.events).extracting(DownloadEvent::complete, DownloadEvent::reason)
			.containsExactly(tuple(false, null));
		assertThat(output.getAll()).contains("reason=java.lang.IllegalStateException");
	}

	@Test
	void whenAResourceIsReadThenThereIsOneEvent() throws IOException {
		try (InputStream stream = this.downloads.resource(license(this.server.url())).getInputStream()) {
			stream.readAllBytes();
		}
		assertEvent(true, SIZE, 0, null);
	}

	@Test
	void whenAResourceIsClosedBeforeItsEndThenItIsCanceled() throws IOException {
		InputStream stream = this.downloads.resource(license(this.server.url())).getInputStream();
		stream.read();
		stream.close();
		assertThat(this.events).extracting(DownloadEvent::complete, DownloadEvent::reason)
			.containsExactly(tuple(false, Reason.CANCELED));
	}

	@Test
	void whenAListenerThrowsThenTheFileIsCompleteAndTheFirstFailureIsLogged(CapturedOutput output) {
		try (FileDownloads failing = builder().listener((event) -> {
			throw new IllegalStateException("broken");
		}).listener(this.events::add).build()) {
			failing.download(license(this.server.url()), target());
			failing.download(license(this.server.url()), this.directory.resolve("b"));
		}
		assertThat(this.events).extracting(DownloadEvent::complete).containsExactly(true, true);
		assertThat(output.getAll()).containsOnlyOnce(
				"Connect download event listener failed; further failures are not logged: error=java.lang.IllegalStateException: broken");
	}

	private Path download() {
		return this.downloads.download(license(this.server.url()), target());
	}

	private Path target() {
		return this.directory.resolve("oak.jpg");
	}

	private void assertEvent(boolean complete, long bytes, int resumes, Reason reason) {
		assertThat(this.events).singleElement()
			.usingRecursiveComparison()
			.ignoringFields("duration")
			.isEqualTo(new DownloadEvent("123", "id-1", complete, bytes, resumes, Duration.ZERO, reason));
	}

	private void assertCounters(long bytes, int resumes) {
		assertThat(this.registry.get("getty.connect.download.bytes").counter().count()).isEqualTo(bytes);
		assertThat(this.registry.get("getty.connect.download.resumes").counter().count()).isEqualTo(resumes);
	}

}
