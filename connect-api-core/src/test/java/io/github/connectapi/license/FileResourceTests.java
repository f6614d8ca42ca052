package io.github.connectapi.license;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;

import com.sun.management.UnixOperatingSystemMXBean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.Resource;

import io.github.connectapi.license.ConnectDownloadException.Reason;

import static io.github.connectapi.license.DownloadFixture.license;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class FileResourceTests {

	private static final int SIZE = 200_000;

	private FileServer server;

	private final FileDownloads downloads = DownloadFixture.downloads();

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
	void whenAResourceIsCreatedThenNothingIsSent() throws IOException {
		Resource resource = this.downloads.resource(license(this.server.url(), (long) SIZE));
		assertThat(resource.contentLength()).isEqualTo(SIZE);
		assertThat(resource.getFilename()).isEqualTo("123.jpg");
		assertThat(resource.exists()).isTrue();
		assertThat(resource.isOpen()).isFalse();
		assertThat(resource).hasToString("licensed file of asset 123")
			.isEqualTo(this.downloads.resource(license(this.server.url(), (long) SIZE)));
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void whenTheLengthIsUnknownThenItIsNegative() throws IOException {
		assertThat(this.downloads.resource(license(this.server.url())).contentLength()).isEqualTo(-1);
	}

	@ParameterizedTest
	@CsvSource({ "http://h/a.b/x.JPEG?f=y.png,123.JPEG", "http://h/a.jpg/x,123", "http://h/x.jpg#a.png,123.jpg",
			"http://h/?f=x.png,123" })
	void whenTheAddressHasAnExtensionThenTheNameHasItToo(String address, String name) {
		assertThat(this.downloads.resource(license(address)).getFilename()).isEqualTo(name);
	}

	@Test
	void whenAResourceIsReadTwiceThenTheFileIsDownloadedTwice() throws IOException {
		Resource resource = this.downloads.resource(license(this.server.url()));
		assertThat(resource.getContentAsByteArray()).isEqualTo(this.server.content());
		assertThat(resource.getContentAsByteArray()).isEqualTo(this.server.content());
		assertThat(this.server.requests()).hasSize(2);
	}

	@Test
	void whenTheConnectionBreaksOffThenTheStreamContinues() throws IOException {
		this.server.next(this.server.breakingAt(180_000));
		assertThat(this.downloads.resource(license(this.server.url())).getContentAsByteArray())
			.isEqualTo(this.server.content());
	}

	@Test
	void whenTheFileIsNotThereThenOpeningFails() {
		this.server.next(FileServer.responding("HTTP/1.1 404 Not Found\r\n"));
		Resource resource = this.downloads.resource(license(this.server.url()));
		assertThatIOException().isThrownBy(resource::getInputStream)
			.withMessageNotContaining("canary")
			.satisfies((ex) -> assertThat(ex.getCause()).isInstanceOfSatisfying(ConnectDownloadException.class,
					(cause) -> assertThat(cause.reason()).isEqualTo(Reason.EXPIRED)));
	}

	@Test
	void whenTheFileIsIncompleteThenReadingFails() throws IOException {
		this.server.always(this.server.breakingAt(180_000));
		try (InputStream stream = this.downloads.resource(license(this.server.url())).getInputStream()) {
			assertThatIOException().isThrownBy(stream::readAllBytes)
				.withCauseInstanceOf(ConnectDownloadException.class);
		}
	}

	@Test
	void whenAStreamIsClosedThenItCannotBeRead() throws IOException {
		InputStream stream = this.downloads.resource(license(this.server.url())).getInputStream();
		assertThat(stream.read()).isEqualTo(this.server.content()[0] & 0xff);
		stream.close();
		stream.close();
		assertThatIOException().isThrownBy(stream::read).withMessage("the stream is closed");
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void whenThousandStreamsAreClosedHalfReadThenNoConnectionRemains() throws IOException {
		UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		Resource resource = this.downloads.resource(license(this.server.url()));
		long before = system.getOpenFileDescriptorCount();
		for (int i = 0; i < 1000; i++) {
			try (InputStream stream = resource.getInputStream()) {
				assertThat(stream.read()).isNotNegative();
			}
		}
		await().atMost(Duration.ofSeconds(30)).until(() -> system.getOpenFileDescriptorCount() < before + 100);
	}

}
