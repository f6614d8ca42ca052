package io.github.connectapi.license;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.license.ConnectDownloadException.Reason;

import static io.github.connectapi.license.DownloadFixture.builder;
import static io.github.connectapi.license.DownloadFixture.failure;
import static io.github.connectapi.license.DownloadFixture.license;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@Timeout(60)
class DownloadObservationTests {

	@TempDir
	private Path directory;

	private FileServer server;

	private final List<Observation.Context> observed = new CopyOnWriteArrayList<>();

	private FileDownloads downloads;

	@BeforeEach
	void start() throws IOException {
		this.server = FileServer.start(1000);
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<>() {
			@Override
			public void onStop(Observation.Context context) {
				DownloadObservationTests.this.observed.add(context);
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}
		});
		this.downloads = builder().observationRegistry(registry).build();
	}

	@AfterEach
	void stop() throws IOException {
		this.downloads.close();
		this.server.close();
	}

	@Test
	void whenDownloadedThenThereIsOneSuccess() {
		this.server.next(this.server.breakingAt(500));
		this.downloads.download(license(this.server.url()), this.directory.resolve("a"));
		assertObserved("SUCCESS", "none");
	}

	@Test
	void whenTheDownloadFailsThenTheReasonIsTheCode() {
		this.server.next(FileServer.responding("HTTP/1.1 404 Not Found\r\n"));
		failure(Reason.EXPIRED, () -> this.downloads.download(license(this.server.url()), this.directory.resolve("a")));
		assertObserved("OPERATION_ERROR", "EXPIRED");
		assertThat(this.observed.get(0).getError()).hasMessageNotContaining("canary");
	}

	@Test
	void whenAResourceIsReadThenThereIsOneSuccess() throws IOException {
		try (InputStream stream = this.downloads.resource(license(this.server.url())).getInputStream()) {
			stream.readAllBytes();
		}
		assertObserved("SUCCESS", "none");
	}

	@Test
	void whenAResourceIsClosedHalfReadThenItIsCanceled() throws IOException {
		try (InputStream stream = this.downloads.resource(license(this.server.url())).getInputStream()) {
			stream.readNBytes(0);
		}
		assertObserved("INTERRUPTED", "CANCELED");
	}

	@Test
	void whenAllBytesOfAResourceAreReadThenThereIsOneSuccess() throws IOException {
		try (InputStream stream = this.downloads.resource(license(this.server.url())).getInputStream()) {
			stream.readNBytes(1000);
		}
		assertObserved("SUCCESS", "none");
	}

	@Test
	void whenAResourceCannotBeOpenedThenThereIsOneFailure() {
		this.server.next(FileServer.responding("HTTP/1.1 302 Found\r\n"));
		assertThatIOException().isThrownBy(() -> this.downloads.resource(license(this.server.url())).getInputStream());
		assertObserved("PROTOCOL_ERROR", "REDIRECT");
	}

	@ParameterizedTest
	@EnumSource(Reason.class)
	void whenAReasonIsTranslatedThenItIsTheCode(Reason reason) {
		ConnectDownloadException failure = new ConnectDownloadException("message", reason, "id", null);
		assertThat(failure.toObservedException()).isInstanceOfSatisfying(ConnectApiException.class,
				(translated) -> assertThat(translated.code()).contains(reason.name()));
	}

	private void assertObserved(String outcome, String code) {
		assertThat(this.observed).singleElement().satisfies((context) -> {
			assertThat(context.getName()).isEqualTo("getty.connect.download");
			assertThat(context.getLowCardinalityKeyValue("outcome").getValue()).isEqualTo(outcome);
			assertThat(context.getLowCardinalityKeyValue("code").getValue()).isEqualTo(code);
			assertThat(context.getAllKeyValues()).hasSize(2);
		});
	}

}
