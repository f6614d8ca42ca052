package io.github.connectapi.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.PayloadApplicationEvent;

import io.github.connectapi.Secret;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.license.ConnectDownloadException;
import io.github.connectapi.license.DownloadEvent;
import io.github.connectapi.license.DownloadEventListener;
import io.github.connectapi.license.DownloadOptions;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.license.License;
import io.github.connectapi.session.ConnectSessionManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

class FileDownloadsBeanTests {

	@TempDir
	private Path directory;

	@Test
	void whenNothingIsSetThenTheDefaultsAreThoseOfTheCore() {
		FakeApplication.configured().run((context) -> {
			FileDownloads downloads = context.getBean(FileDownloads.class);
			assertThat(downloads).extracting("settings.maxFileSize").isEqualTo(1024L * 1024 * 1024);
			assertThat(downloads).extracting("settings.progressTimeout").isEqualTo(Duration.ofSeconds(30));
		});
	}

	@Test
	void whenPropertiesAreSetThenTheyAreUsed() {
		FakeApplication.configured()
			.withPropertyValues("getty.connect.download.max-file-size=2KB",
					"getty.connect.download.progress-timeout=5s")
			.run((context) -> {
				FileDownloads downloads = context.getBean(FileDownloads.class);
				assertThat(downloads).extracting("settings.progressTimeout").isEqualTo(Duration.ofSeconds(5));
				Path target = this.directory.resolve("oak.jpg");
				downloads.check(target, OptionalLong.of(2048), DownloadOptions.defaults());
				assertThatExceptionOfType(ConnectDownloadException.class)
					.isThrownBy(() -> downloads.check(target, OptionalLong.of(2049), DownloadOptions.defaults()));
			});
	}

	@Test
	void whenAFileIsDownloadedThenAnEventIsPublished() {
		List<DownloadEvent> published = new CopyOnWriteArrayList<>();
		List<DownloadEvent> received = new CopyOnWriteArrayList<>();
		FakeApplication.configured()
			.withBean(DownloadEventListener.class, () -> received::add)
			.withInitializer((context) -> context.addApplicationListener((event) -> {
				if (event instanceof PayloadApplicationEvent<?> payload
						&& payload.getPayload() instanceof DownloadEvent download) {
					published.add(download);
				}
			}))
			.run((context) -> {
				License license = License.builder("1", "id", Instant.EPOCH, Secret.of("ftp://host/file")).build();
				assertThatExceptionOfType(ConnectDownloadException.class).isThrownBy(
						() -> context.getBean(FileDownloads.class).download(license, this.directory.resolve("a")));
			});
		assertThat(published).extracting(DownloadEvent::reason)
			.containsExactly(ConnectDownloadException.Reason.INVALID_ADDRESS);
		assertThat(received).isEqualTo(published);
	}

	@Test
	void whenThereAreDownloadsThenTheConfiguredOnesBackOff() {
		FileDownloads own = mock(FileDownloads.class);
		FakeApplication.configured()
			.withBean("own", FileDownloads.class, () -> own)
			.run((context) -> assertThat(context).getBean(FileDownloads.class).isSameAs(own));
	}

	@Test
	void whenThereAreTwoClientsThenNoDownloadsAreConfigured() {
		FakeApplication.configured()
			.withBean(ConnectSessionManager.class, () -> mock(ConnectSessionManager.class))
			.withBean("one", ConnectClient.class, FileDownloadsBeanTests::client)
			.withBean("two", ConnectClient.class, FileDownloadsBeanTests::client)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(FileDownloads.class));
	}

	@Test
	void whenTheContextIsClosedThenTheDownloadsAreClosed() {
		AtomicReference<FileDownloads> downloads = new AtomicReference<>();
		FakeApplication.configured().run((context) -> downloads.set(context.getBean(FileDownloads.class)));
		assertThat(downloads.get()).extracting("transport.closed").isEqualTo(true);
	}

	private static ConnectClient client() {
		return ConnectClient.builder(BaseUrl.of(BaseUrl.DEFAULT)).build();
	}

}
