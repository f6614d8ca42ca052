package io.github.connectapi.purchase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.connectapi.license.ConnectDownloadException;
import io.github.connectapi.license.DownloadOptions;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.license.License;
import io.github.connectapi.purchase.ConnectPurchaseException.Reason;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.catalog.Image;

import static io.github.connectapi.purchase.PurchaseFixture.failure;
import static io.github.connectapi.purchase.PurchaseFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A purchase with the download of its file.
 */
@Timeout(60)
class PurchasedDownloadTests {

	private static final Image IMAGE = PurchaseFixture.image();

	private final PurchaseFixture fixture = new PurchaseFixture();

	private final List<License> licenses = new CopyOnWriteArrayList<>();

	@TempDir
	private Path directory;

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenDownloadedThenTheLicenseIsPassedBeforeTheFileIsRequested() {
		Path target = target();
		this.fixture.licensing.download(request(IMAGE), target, (license) -> {
			assertThat(this.fixture.server.count(FakeConnectServer.FILE_DOWNLOAD)).isZero();
			this.licenses.add(license);
		});
		assertThat(target).hasSize(IMAGE.sizes().get(0).fileSizeInBytes());
		assertThat(this.licenses).hasSize(1);
	}

	@Test
	void whenTheTargetExistsThenNothingIsSent() throws Exception {
		Files.writeString(target(), "mine");
		ConnectPurchaseException failure = failure(PurchaseOutcome.NOT_BOUGHT, Reason.FILE_NOT_POSSIBLE,
				this::download);
		assertThat(failure).hasCauseInstanceOf(ConnectDownloadException.class);
		assertThat(this.fixture.server.requests()).isEmpty();
	}

	@Test
	void whenTheTargetMayBeReplacedThenItIs() throws Exception {
		Files.writeString(target(), "mine");
		this.fixture.licensing.download(request(IMAGE), target(), DownloadOptions.defaults().replaceExisting(),
				this.licenses::add);
		assertThat(target()).hasSize(IMAGE.sizes().get(0).fileSizeInBytes());
	}

	@Test
	void whenTheDirectoryIsMissingThenNothingIsSent() {
		failure(PurchaseOutcome.NOT_BOUGHT, Reason.FILE_NOT_POSSIBLE, () -> this.fixture.licensing
			.download(request(IMAGE), this.directory.resolve("missing").resolve("file"), this.licenses::add));
		assertThat(this.fixture.server.requests()).isEmpty();
	}

	@Test
	void whenTheFileIsTooLargeThenNothingIsBought() {
		try (FileDownloads small = FileDownloads.builder(this.fixture.client).maxFileSize(10).build()) {
			ImageLicensing licensing = ImageLicensing.builder(this.fixture.connect, small).build();
			failure(PurchaseOutcome.NOT_BOUGHT, Reason.FILE_NOT_POSSIBLE,
					() -> licensing.download(request(IMAGE), target(), this.licenses::add));
		}
		assertThat(this.fixture.purchases()).isZero();
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void whenTheFileSizeIsExpectedThenDetailsAreNotRead() {
		this.fixture.licensing.download(request(IMAGE).withExpectedFileSize(IMAGE.sizes().get(0).fileSizeInBytes()),
				target(), this.licenses::add);
		assertThat(this.fixture.server.count("GetImageDetails")).isZero();
		assertThat(target()).hasSize(IMAGE.sizes().get(0).fileSizeInBytes());
	}

	@Test
	void whenTheFileIsNotTheExpectedOneThenTheLicenseWithoutASizeDownloadsIt() {
		ConnectPurchaseException failure = failure(PurchaseOutcome.BOUGHT, Reason.DOWNLOAD_FAILED,
				() -> this.fixture.licensing.download(request(IMAGE).withExpectedFileSize(100), target(),
						this.licenses::add));
		this.fixture.downloads.download(failure.license().orElseThrow().withoutFileSize(), target());
		assertThat(target()).hasSize(IMAGE.sizes().get(0).fileSizeInBytes());
	}

	@Test
	void whenADownloadIsBoughtThenTheLicenseHasTheAnnouncedSize() {
		download();
		assertThat(this.licenses.get(0).fileSize()).hasValue(IMAGE.sizes().get(0).fileSizeInBytes());
	}

	@Test
	void whenTheExpectedFileIsTooLargeThenNothingIsSent() {
		failure(PurchaseOutcome.NOT_BOUGHT, Reason.FILE_NOT_POSSIBLE, () -> this.fixture.licensing
			.download(request(IMAGE).withExpectedFileSize(Long.MAX_VALUE), target(), this.licenses::add));
		assertThat(this.fixture.server.requests()).isEmpty();
	}

	@Test
	void whenTheDownloadFailsThenTheLicenseResumes() {
		this.fixture.server.enqueue(FakeConnectServer.FILE_DOWNLOAD, Fault.status(403));
		ConnectPurchaseException failure = failure(PurchaseOutcome.BOUGHT, Reason.DOWNLOAD_FAILED, this::download);
		License license = failure.license().orElseThrow();
		assertThat(license).isEqualTo(this.licenses.get(0));
		this.fixture.downloads.download(license, target());
		assertThat(target()).hasSize(IMAGE.sizes().get(0).fileSizeInBytes());
		assertThat(this.fixture.purchases()).isOne();
	}

	@Test
	void whenTheLicenseIsNotStoredThenTheFileIsNotRequested() {
		IllegalStateException cause = new IllegalStateException("database");
		ConnectPurchaseException failure = failure(PurchaseOutcome.BOUGHT, Reason.LICENSE_NOT_STORED,
				() -> this.fixture.licensing.download(request(IMAGE), target(), (license) -> {
					throw cause;
				}));
		assertThat(failure).hasCause(cause);
		assertThat(failure.license()).isPresent();
		assertThat(this.fixture.server.count(FakeConnectServer.FILE_DOWNLOAD)).isZero();
	}

	@Test
	void whenAFailureIsPrintedThenTheAddressIsNotShown() {
		this.fixture.server.enqueue(FakeConnectServer.FILE_DOWNLOAD, Fault.status(403));
		ConnectPurchaseException failure = failure(PurchaseOutcome.BOUGHT, Reason.DOWNLOAD_FAILED, this::download);
		assertThat(failure).hasStackTraceContaining(failure.coordinationId().orElseThrow());
		String address = failure.license().orElseThrow().fileAddress().reveal();
		assertThat(failure.toString() + failure.getCause() + failure.license()).doesNotContain(address);
	}

	private void download() {
		this.fixture.licensing.download(request(IMAGE), target(), this.licenses::add);
	}

	private Path target() {
		return this.directory.resolve("oak.jpg");
	}

}
