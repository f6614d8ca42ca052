package io.github.connectapi.samples.licensing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.Resource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.license.ConnectDownloadException;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.license.License;
import io.github.connectapi.purchase.ConnectPurchaseException;
import io.github.connectapi.purchase.ConnectPurchaseException.Reason;
import io.github.connectapi.purchase.ImageLicensing;
import io.github.connectapi.purchase.LicenseRequest;
import io.github.connectapi.purchase.PurchaseOutcome;
import io.github.connectapi.samples.quickstart.PictureShop;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.FileFault;
import io.github.connectapi.test.spring.WithFakeConnectServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * The examples of {@code docs/licensing.md} do what is documented.
 */
@SpringBootTest(classes = LicensingExamples.class)
@WithFakeConnectServer
class LicensingExampleTests {

	private static final String BUYING = "CreateDownloadRequest";

	@TempDir
	private Path folder;

	@Autowired
	private PictureStore store;

	@Autowired
	private PictureShop shop;

	@Autowired
	private PurchaseTable purchases;

	@Autowired
	private FileController controller;

	@Autowired
	private ImageLicensing licensing;

	@Autowired
	private FileDownloads downloads;

	@Autowired
	private ConnectApi connect;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private FakeConnectServer server;

	private LicenseRequest request;

	private int downloadsUsed;

	@BeforeEach
	void prepare() throws IOException {
		String document = Files.readString(Path.of("../../docs/licensing.md"));
		this.jdbc.sql("drop table if exists purchase").update();
		this.jdbc.sql(document.split("```sql\n")[1].split("```")[0]).update();
		this.request = requestThatIsNotFree();
		this.downloadsUsed = this.server.downloadsUsed();
	}

	/** Return another size of a picture than those that an earlier test has bought. */
	private LicenseRequest requestThatIsNotFree() {
		return Stream.of("oak tree", "mountain lake", "breakfast")
			.map((phrase) -> this.shop.find(phrase).orElseThrow())
			.flatMap((picture) -> picture.sizesDownloadableImages()
				.stream()
				.limit(4)
				.map((size) -> LicenseRequest.of(picture.imageId(), size.sizeKey())))
			.flatMap((any) -> this.licensing.authorizations(any)
				.stream()
				.filter((option) -> !option.isFree())
				.limit(1)
				.map((option) -> any.withProductOffering(option.productOfferingType())))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void whenBoughtThenTheLicenseIsStoredBeforeTheFileIsRequested() {
		this.server.always(FakeConnectServer.FILE_DOWNLOAD, Fault.status(404));

		ConnectPurchaseException ex = failure();

		assertThat(ex.outcome()).isEqualTo(PurchaseOutcome.BOUGHT);
		assertThat(stored()).isEqualTo(ex.license().orElseThrow());
		assertThat(target()).doesNotExist();
		this.server.clearFaults();
		assertThat(this.store.resume(this.request.assetId(), size(), target())).isNotEmptyFile();
		assertThat(this.store.resume(this.request.assetId(), size(), target())).isNotEmptyFile();
		assertThat(this.server.count(BUYING)).isEqualTo(1);
	}

	@Test
	void whenADownloadBreaksOffThenOnlyTheRestIsDownloaded() {
		License license = this.licensing.license(this.request);
		this.server.enqueue(FakeConnectServer.FILE_DOWNLOAD, FileFault.breakOffAt(0.5));

		assertThat(this.downloads.download(license, target())).isNotEmptyFile();
		assertThat(this.server.count(FakeConnectServer.FILE_DOWNLOAD)).isEqualTo(2);
	}

	@Test
	void whenAnotherProcessBuysThenNothingIsBought() {
		insert("another");

		ConnectPurchaseException ex = failure();

		assertThat(ex.outcome()).isEqualTo(PurchaseOutcome.NOT_BOUGHT);
		assertThat(ex.reason()).isEqualTo(Reason.REFUSED_BY_GUARD);
		assertThat(ex).hasCauseInstanceOf(DuplicateKeyException.class);
		assertThat(rows()).as("of the other process").containsExactly("another");
		assertThat(this.server.count(BUYING)).isZero();
	}

	@Test
	void whenNothingWasBoughtThenItCanBeBoughtLater() {
		this.server.enqueue(BUYING, Fault.error("InvalidDownloadToken", "no"));

		assertThat(failure().outcome()).isEqualTo(PurchaseOutcome.NOT_BOUGHT);
		assertThat(rows()).isEmpty();
		assertThat(this.store.buy(this.request, target())).isNotEmptyFile();
	}

	@Test
	void whenAFailureIsBeforeTheGuardThenTheRowOfAnotherProcessRemains() throws IOException {
		insert("another");
		Files.createFile(target());

		assertThat(failure().reason()).isEqualTo(Reason.FILE_NOT_POSSIBLE);
		assertThat(rows()).containsExactly("another");
	}

	@Test
	void whenTheOutcomeIsUnclearThenItIsNotBoughtAgain() {
		this.server.enqueue(BUYING, Fault.status(500));

		ConnectPurchaseException ex = failure();

		assertThat(ex.outcome()).isEqualTo(PurchaseOutcome.UNCLEAR);
		assertThat(ex.evidence()).isPresent();
		assertThat(rows()).containsExactly(ex.coordinationId().orElseThrow());
		assertThat(failure().reason()).isEqualTo(Reason.REFUSED_BY_GUARD);
	}

	@Test
	void whenAnUnclearPurchaseTurnsOutToBeFreeThenItIsLicensedAgain() {
		insert("unclear");
		ImageLicensing.builder(this.connect, this.downloads).build().license(this.request);

		assertThat(this.store.buy(this.request, target())).isNotEmptyFile();
		assertThat(stored().assetId()).isEqualTo(this.request.assetId());
		assertThat(this.server.downloadsUsed()).isEqualTo(this.downloadsUsed + 1);
	}

	@Test
	void whenAFileIsRequestedThenItIsThatOfTheLicense() throws IOException {
		this.store.buy(this.request, target());

		ResponseEntity<Resource> response = this.controller.picture(this.request.assetId(), size());

		assertThat(response.getBody().getContentAsByteArray()).isEqualTo(Files.readAllBytes(target()));
		assertThat(response.getHeaders().getContentDisposition().getFilename())
			.isEqualTo(this.request.assetId() + ".jpg");
	}

	@Test
	void whenThereIsAListenerThenItSeesTheProgressAndCanCancel() {
		License license = this.licensing.license(this.request);
		List<Long> bytes = new ArrayList<>();

		ConnectDownloadException ex = catchThrowableOfType(ConnectDownloadException.class,
				() -> Progress.download(this.downloads, license, target(), bytes::add, () -> true));
		assertThat(ex.reason()).isEqualTo(ConnectDownloadException.Reason.CANCELED);
		assertThat(Progress.download(this.downloads, license, target(), bytes::add, () -> false)).isNotEmptyFile();
		assertThat(bytes).hasSizeGreaterThan(1).last().isEqualTo(target().toFile().length());
	}

	@Test
	void whenAVideoIsBoughtThenThereIsAFile() {
		List<License> licenses = new ArrayList<>();

		assertThat(VideoShop.buy(this.connect, this.licensing, target(), licenses::add)).isNotEmptyFile();
		assertThat(licenses).hasSize(1);
		assertThat(this.server.downloadsUsed()).isEqualTo(this.downloadsUsed + 1);
	}

	private ConnectPurchaseException failure() {
		return catchThrowableOfType(ConnectPurchaseException.class, () -> this.store.buy(this.request, target()));
	}

	private Path target() {
		return this.folder.resolve("picture.jpg");
	}

	private String size() {
		return this.request.size().orElseThrow();
	}

	private License stored() {
		return this.purchases.license(this.request.assetId(), size()).orElseThrow();
	}

	private void insert(String coordinationId) {
		this.jdbc.sql("insert into purchase (asset_id, size_key, coordination_id) values (?, ?, ?)")
			.params(this.request.assetId(), size(), coordinationId)
			.update();
	}

	private List<String> rows() {
		return this.jdbc.sql("select coordination_id from purchase").query(String.class).list();
	}

}
