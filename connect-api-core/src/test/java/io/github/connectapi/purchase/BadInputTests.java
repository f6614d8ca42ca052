package io.github.connectapi.purchase;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.connectapi.license.ConnectDownloadException;
import io.github.connectapi.license.ConnectDownloadException.Reason;
import io.github.connectapi.license.FastDownloads;
import io.github.connectapi.license.FileDownloads;
import io.github.connectapi.license.License;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.FileFault;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.catalog.Video;

import static io.github.connectapi.purchase.ConnectPurchaseException.Reason.ASSET_NOT_FOUND;
import static io.github.connectapi.purchase.ConnectPurchaseException.Reason.DOWNLOAD_FAILED;
import static io.github.connectapi.purchase.ConnectPurchaseException.Reason.FILE_NOT_POSSIBLE;
import static io.github.connectapi.purchase.ConnectPurchaseException.Reason.NO_AUTHORIZATION;
import static io.github.connectapi.purchase.ConnectPurchaseException.Reason.QUOTA_USED_UP;
import static io.github.connectapi.purchase.ConnectPurchaseException.Reason.REFUSED;
import static io.github.connectapi.purchase.ConnectPurchaseException.Reason.SIZE_NOT_FOUND;
import static io.github.connectapi.purchase.PurchaseFixture.failure;
import static io.github.connectapi.purchase.PurchaseFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * The table of bad input: each row has a typed failure that says whether the asset was
 * bought. No half file remains, but one that resumes. Nothing contains a token or the
 * address of a file.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class BadInputTests {

	private static final Image IMAGE = PurchaseFixture.image();

	private static final Video VIDEO = Catalog.get()
		.videos()
		.stream()
		.filter((each) -> each.rights().offerings().contains(Offering.EASY_ACCESS))
		.findFirst()
		.orElseThrow();

	private static final String OFFERING = IMAGE.rights().offerings().get(0).wireName();

	private final List<Observation.Context> observed = new CopyOnWriteArrayList<>();

	private final ObservationRegistry observations = observations();

	private Consumer<PlannedPurchase> beforePurchase = (purchase) -> {
	};

	private final PurchaseFixture fixture = new PurchaseFixture(
			(builder) -> builder.guard((purchase) -> this.beforePurchase.accept(purchase))
				.observationRegistry(this.observations));

	private final FileDownloads downloads = FastDownloads.create(this.fixture.client, this.observations);

	private final ImageLicensing licensing = ImageLicensing.builder(this.fixture.connect, this.downloads)
		.guard((purchase) -> this.beforePurchase.accept(purchase))
		.listener(this.fixture.events::add)
		.observationRegistry(this.observations)
		.build();

	@TempDir
	private Path directory;

	@AfterEach
	void close() {
		this.downloads.close();
		this.fixture.close();
	}

	@ParameterizedTest
	@EnumSource(Row.class)
	void whenTheInputOfAnImageIsBadThenTheFailureSaysSo(Row row, CapturedOutput output) {
		assertRow(row, row.image, row.reason, output);
	}

	@ParameterizedTest
	@EnumSource(value = Row.class, mode = Mode.EXCLUDE,
			names = { "FOREIGN_TOKEN", "NO_OFFERING", "SEVERAL_OFFERINGS", "LARGER_FILE", "SMALLER_FILE" })
	void whenTheInputOfAVideoIsBadThenTheFailureSaysSo(Row row, CapturedOutput output) {
		// The API does not report the quota of a video, so the server refuses it.
		assertRow(row, row.video, (row == Row.USED_UP_QUOTA) ? REFUSED : row.reason, output);
	}

	@ParameterizedTest
	@EnumSource(value = Row.class, mode = Mode.MATCH_ANY,
			names = { "BREAK", "LARGER_FILE", "SMALLER_FILE", "WEB_PAGE", "REDIRECT_LOOP", "EXPIRED_ADDRESS" })
	void whenTheDownloadOfALicenseFailsThenTheFailureSaysSo(Row row, CapturedOutput output) {
		License license = this.licensing.license(row.image.withExpectedFileSize(size()));
		row.provocation.accept(this);
		ConnectDownloadException failure = catchThrowableOfType(ConnectDownloadException.class,
				() -> this.downloads.download(license, target()));
		assertThat(failure.reason()).isEqualTo(row.download);
		assertThat(failure.coordinationId()).hasValue(license.coordinationId());
		assertFiles(row);
		assertNoSecret(failure, output);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void whenRedirectedToAnotherHostThenItReceivesNoToken(boolean video) throws IOException {
		byte[] content = new byte[(int) size()];
		Arrays.fill(content, (byte) 7);
		try (OtherHost other = OtherHost.start(content)) {
			this.fixture.server.always(FakeConnectServer.FILE_DOWNLOAD, FileFault.redirect(other.url()));
			this.licensing.download(video ? Row.WEB_PAGE.video : Row.WEB_PAGE.image, target(), (license) -> {
			});
			assertThat(target()).hasBinaryContent(content);
			assertThat(other.requests()).singleElement(InstanceOfAssertFactories.STRING)
				.doesNotContainIgnoringCase("authorization", "cookie", "referer", "token")
				.doesNotContain(this.fixture.manager.getSession().token().reveal());
		}
	}

	@Test
	void whenRedirectedToPlainHttpThenTheFileIsNotRequested() {
		try (PurchaseFixture secure = PurchaseFixture.secure()) {
			secure.server.always(FakeConnectServer.FILE_DOWNLOAD, FileFault.redirectToHttp());
			ConnectPurchaseException failure = failure(PurchaseOutcome.BOUGHT, DOWNLOAD_FAILED,
					() -> secure.licensing.download(request(IMAGE), target(), (license) -> {
					}));
			assertThat(failure.getCause()).isInstanceOfSatisfying(ConnectDownloadException.class,
					(cause) -> assertThat(cause.reason()).isEqualTo(Reason.REDIRECT));
			assertThat(secure.server.count(FakeConnectServer.FILE_DOWNLOAD)).isOne();
			assertThat(this.directory).isEmptyDirectory();
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void whenTheFolderIsReadOnlyThenNothingIsBought() {
		ConnectPurchaseException failure = failure(PurchaseOutcome.NOT_BOUGHT, FILE_NOT_POSSIBLE,
				() -> this.licensing.download(request(IMAGE), Path.of("/proc/oak.jpg"), (license) -> {
				}));
		assertThat(failure.getCause()).isInstanceOfSatisfying(ConnectDownloadException.class,
				(cause) -> assertThat(cause.reason()).isEqualTo(Reason.DISK));
		assertThat(this.fixture.server.requests()).isEmpty();
	}

	@Test
	void whenTheDownloadsFailUnexpectedlyThenTheFailureSaysThatItWasBought() {
		Path target = target();
		ConnectPurchaseException failure = failure(PurchaseOutcome.BOUGHT, DOWNLOAD_FAILED,
				() -> ImageLicensing.builder(this.fixture.connect, new BrokenDownloads())
					.build()
					.download(request(IMAGE), target, (license) -> {
					}));
		assertThat(failure.license()).isPresent();
		assertThat(failure).hasCauseInstanceOf(IllegalStateException.class);
	}

	@Test
	void whenAnAuthorizationHasNoResultThenNothingIsBought() {
		this.fixture.server.always("GetImageDownloadAuthorizations", Fault.result("null"));
		failure(PurchaseOutcome.NOT_BOUGHT, ConnectPurchaseException.Reason.PREPARATION_FAILED,
				() -> this.licensing.license(request(IMAGE)));
	}

	@Test
	void whenTheThreadIsInterruptedThenNothingIsBoughtAndNoFileRemains() {
		Thread.currentThread().interrupt();
		try {
			failure(PurchaseOutcome.NOT_BOUGHT, ConnectPurchaseException.Reason.INTERRUPTED,
					() -> this.licensing.download(request(IMAGE), target(), (license) -> {
					}));
		}
		finally {
			assertThat(Thread.interrupted()).isTrue();
		}
		assertThat(this.directory).isEmptyDirectory();
	}

	@Test
	void whenTheThreadIsInterruptedAfterThePurchaseThenTheLicenseIsThere() {
		ConnectPurchaseException failure = failure(PurchaseOutcome.BOUGHT, DOWNLOAD_FAILED, () -> this.licensing
			.download(request(IMAGE), target(), (license) -> Thread.currentThread().interrupt()));
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.directory).isEmptyDirectory();
		this.downloads.download(failure.license().orElseThrow(), target());
		assertThat(target()).hasSize(size());
	}

	private void assertRow(Row row, LicenseRequest request, ConnectPurchaseException.Reason reason,
			CapturedOutput output) {
		boolean bought = row.download != null && row.reason == DOWNLOAD_FAILED;
		row.provocation.accept(this);
		ConnectPurchaseException failure = failure(bought ? PurchaseOutcome.BOUGHT : PurchaseOutcome.NOT_BOUGHT, reason,
				() -> this.licensing.download(request, target(), (license) -> row.licensed.accept(this)));
		if (row.download != null) {
			assertThat(failure.getCause()).isInstanceOfSatisfying(ConnectDownloadException.class,
					(cause) -> assertThat(cause.reason()).isEqualTo(row.download));
		}
		assertThat(failure.license().isPresent()).isEqualTo(bought);
		assertThat(this.fixture.server.downloadsAccepted()).isEqualTo(bought ? 1 : 0);
		assertFiles(row);
		assertNoSecret(failure, output);
	}

	private void assertFiles(Row row) {
		assertThat(this.directory.toFile().list()).containsExactlyInAnyOrder(switch (row) {
			case BREAK -> new String[] { "oak.jpg.part", "oak.jpg.part.info" };
			case EXISTING_TARGET, LATER_TARGET -> new String[] { "oak.jpg" };
			default -> new String[0];
		});
	}

	/** Check everything in which a token or an address could be. */
	private void assertNoSecret(Throwable failure, CapturedOutput output) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		this.observed.forEach((context) -> {
			text.append(context.toString());
			if (context.getError() != null) {
				context.getError().printStackTrace(new PrintWriter(text));
			}
		});
		text.append(this.fixture.events.toString()).append(output.getAll());
		assertThat(text.toString()).doesNotContain("/downloads/", "foreign-token");
		assertThat(text.toString()).doesNotContain(this.fixture.manager.getSession().token().reveal());
	}

	private Path target() {
		return this.directory.resolve("oak.jpg");
	}

	private static long size() {
		return IMAGE.sizes().get(0).fileSizeInBytes();
	}

	private void createTarget() {
		try {
			Files.writeString(target(), "mine");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void file(Fault fault) {
		this.fixture.server.always(FakeConnectServer.FILE_DOWNLOAD, fault);
	}

	private ObservationRegistry observations() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<>() {
			@Override
			public void onStop(Observation.Context context) {
				BadInputTests.this.observed.add(context);
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}
		});
		return registry;
	}

	/** A row: how it comes about, and the failure that is expected. */
	enum Row {

		EXPIRED_TOKEN(REFUSED, null,
				(test) -> test.beforePurchase = (purchase) -> test.fixture.server.expireDownloadTokens()),

		FOREIGN_TOKEN(REFUSED, null,
				(test) -> test.fixture.server.always("GetImageDownloadAuthorizations",
						Fault.normal()
							.set("/GetImageDownloadAuthorizationsResult/Images/0/Authorizations/0/DownloadToken",
									"foreign-token"))),

		UNKNOWN_SIZE(SIZE_NOT_FOUND, null, LicenseRequest.of(IMAGE.id(), "999"),
				LicenseRequest.video(VIDEO.id(), "999")),

		UNKNOWN_ASSET(ASSET_NOT_FOUND, null, LicenseRequest.of("1", "10"), LicenseRequest.video("1", "10")),

		WITHDRAWN_ASSET(REFUSED, null,
				(test) -> test.beforePurchase = (purchase) -> test.fixture.server
					.withdraw(purchase.request().assetId())),

		USED_UP_QUOTA(QUOTA_USED_UP, null,
				(test) -> List.of(OFFERING, "EasyAccess")
					.forEach((offering) -> test.fixture.server.accounts().setOffering("fake-user", offering, 0))),

		NO_OFFERING(NO_AUTHORIZATION, null, request(PurchaseFixture.imageWithoutOffering()), null),

		SEVERAL_OFFERINGS(ConnectPurchaseException.Reason.SEVERAL_OFFERINGS, null,
				request(PurchaseFixture.imageOfSeveralOfferings()), null),

		FULL_DISK(FILE_NOT_POSSIBLE, Reason.DISK, request(IMAGE).withExpectedFileSize(1L << 60),
				video().withExpectedFileSize(1L << 60)),

		EXISTING_TARGET(FILE_NOT_POSSIBLE, Reason.TARGET_EXISTS, BadInputTests::createTarget),

		LATER_TARGET(DOWNLOAD_FAILED, Reason.TARGET_EXISTS, request(IMAGE), video(), (test) -> {
		}, BadInputTests::createTarget),

		BREAK(DOWNLOAD_FAILED, Reason.CONNECTION, (test) -> test.file(FileFault.breakOffAt(0.9))),

		LARGER_FILE(DOWNLOAD_FAILED, Reason.WRONG_LENGTH, (test) -> test.file(FileFault.longerBy(1))),

		SMALLER_FILE(DOWNLOAD_FAILED, Reason.WRONG_LENGTH, (test) -> test.file(FileFault.shorterBy(1))),

		REDIRECT_LOOP(DOWNLOAD_FAILED, Reason.REDIRECT, (test) -> test.file(FileFault.redirectToSelf())),

		EXPIRED_ADDRESS(DOWNLOAD_FAILED, Reason.EXPIRED, (test) -> test.file(Fault.status(403))),

		WEB_PAGE(DOWNLOAD_FAILED, Reason.NOT_A_FILE, (test) -> test.file(FileFault.html()));

		private final ConnectPurchaseException.Reason reason;

		private final @Nullable Reason download;

		private final LicenseRequest image;

		private final @Nullable LicenseRequest video;

		private final Consumer<BadInputTests> provocation;

		private final Consumer<BadInputTests> licensed;

		Row(ConnectPurchaseException.Reason reason, @Nullable Reason download, Consumer<BadInputTests> provocation) {
			this(reason, download, request(IMAGE), video(), provocation, (test) -> {
			});
		}

		Row(ConnectPurchaseException.Reason reason, @Nullable Reason download, LicenseRequest image,
				@Nullable LicenseRequest video) {
			this(reason, download, image, video, (test) -> {
			}, (test) -> {
			});
		}

		Row(ConnectPurchaseException.Reason reason, @Nullable Reason download, LicenseRequest image,
				@Nullable LicenseRequest video, Consumer<BadInputTests> provocation, Consumer<BadInputTests> licensed) {
			this.reason = reason;
			this.download = download;
			this.image = image;
			this.video = video;
			this.provocation = provocation;
			this.licensed = licensed;
		}

		private static LicenseRequest video() {
			return LicenseRequest.video(VIDEO.id(), VIDEO.format().sizes().get(0).name())
				.withProductOffering("EasyAccess");
		}

	}

}
