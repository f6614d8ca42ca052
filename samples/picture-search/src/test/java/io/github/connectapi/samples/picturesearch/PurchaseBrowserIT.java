package io.github.connectapi.samples.picturesearch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.connectapi.license.License;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.FileFault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Licenses pictures in a real browser with the keyboard. The default build does not run
 * this class. The script {@code browser-test} does.
 */
class PurchaseBrowserIT {

	private static final String ENTER = "\uE007";

	private static final String TAB = "\uE004";

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private static final Fault UNTIL_UNBLOCKED = Fault.block();

	@TempDir
	static Path profile;

	@TempDir
	static Path saved;

	private static BrowserFixture fixture;

	private static Browser browser;

	private static FakeConnectServer server;

	@BeforeAll
	static void open() throws IOException, InterruptedException {
		fixture = BrowserFixture.open(profile);
		browser = fixture.browser();
		server = fixture.server();
		browser.downloadTo(saved);
	}

	@AfterAll
	static void close() throws IOException, InterruptedException {
		if (fixture != null) {
			fixture.close();
		}
	}

	@AfterEach
	void clearFaults() {
		server.clearFaults();
		server.clearRequests();
	}

	@Test
	void whenAPictureIsLicensedByKeyboardThenTheBarMovesAndTheFileIsSaved() throws Exception {
		server.enqueue("CreateDownloadRequest", UNTIL_UNBLOCKED);
		// The second part is reported immediately, because enough time has passed since
		// the first.
		server.enqueue(FakeConnectServer.FILE_DOWNLOAD, FileFault.breakOffAt(0.5).after(Duration.ofDays(1)),
				FileFault.breakOffAt(0.1), UNTIL_UNBLOCKED);
		fixture.show(1280, "/?phrase=tree");
		focus(".pictures a");
		browser.type(ENTER);
		browser.await("location.pathname.startsWith('/images/')", TIMEOUT);
		fixture.show(1280, "/images/90000001?phrase=tree");
		focus("input[name=size]");
		browser.type(" ");
		focus(".offerings input");
		browser.type(" ");
		focus("main button");
		screenshot("picture-1280");
		browser.type(ENTER);

		awaitSummary("Getty Images is licensing the picture");
		browser.evaluate("window.notReloaded = true");
		assertThat(browser.evaluate("document.querySelector('progress').position").asInt()).isEqualTo(-1);
		server.unblock();
		server.awaitRequests(FakeConnectServer.FILE_DOWNLOAD, 1, TIMEOUT);
		browser.await("document.querySelector('progress').position === 0", TIMEOUT);
		server.unblock();
		server.awaitRequests(FakeConnectServer.FILE_DOWNLOAD, 3, TIMEOUT);
		browser.await("document.querySelector('progress').value >= 50", TIMEOUT);
		assertThat(browser.evaluate("document.querySelector('progress').value").asInt()).isLessThan(60);
		assertThat(browser.evaluate("document.querySelector('progress').labels[0].textContent").asString())
			.isEqualTo("Download");
		screenshot("download-1280");
		assertNarrow("download-390");
		server.unblock();

		awaitSummary("its file is ready");
		assertThat(browser.evaluate("window.notReloaded").asBoolean()).isTrue();
		screenshot("done-390");
		focus("a.button");
		browser.type(ENTER);
		assertThat(awaitFile()).hasBinaryContent(original());
		assertThat(browser.console()).isEmpty();
	}

	@Test
	void whenNoOfferingIsChosenThenTheFormIsNotSent() throws Exception {
		fixture.show(390, "/images/90000004");
		focus("input[name=size]");
		browser.type(" ");
		assertNarrow("picture-390");
		focus("main button");
		browser.type(ENTER);

		assertThat(browser.evaluate("document.querySelector('form').checkValidity()").asBoolean()).isFalse();
		assertThat(browser.evaluate("location.pathname").asString()).isEqualTo("/images/90000004");
		assertThat(server.count("CreateDownloadRequest")).isZero();
		assertThat(browser.console()).isEmpty();
	}

	@Test
	void whenThePictureIsNotLicensableThenThePageSaysSo() throws Exception {
		fixture.show(1280, "/images/90000005");

		assertThat(fixture.text("main .error")).contains("not licensable with this account");
		screenshot("not-licensable-1280");
	}

	@Test
	void whenTheOutcomeIsUnclearThenACheckReturnsTheFile() throws Exception {
		server.enqueue("CreateDownloadRequest", Fault.dropResponse(), Fault.dropResponse());
		fixture.show(390, "/images/90000002");
		focus("input[name=size]");
		browser.type(" ");
		focus("main button");
		browser.type(ENTER);

		awaitSummary("We do not know whether the picture was bought.");
		assertNarrow("unclear-390");
		browser.resize(1280, 844);
		screenshot("unclear-1280");
		focus("main button");
		browser.type(ENTER);
		awaitSummary("its file is ready");
		assertThat(browser.console()).isEmpty();
	}

	@Test
	void whenTheFileIsMissingThenItIsContinued() throws Exception {
		server.enqueue(FakeConnectServer.FILE_DOWNLOAD, FileFault.html());
		fixture.show(1280, "/images/90000007");
		focus("input[name=size]");
		browser.type(" ");
		focus("main button");
		browser.type(ENTER);

		awaitSummary("its file is missing");
		screenshot("missing-1280");
		focus("main button");
		browser.type(ENTER);
		awaitSummary("its file is ready");
	}

	@Test
	void whenScriptsAreOffThenThePageRefreshes() throws Exception {
		server.enqueue("CreateDownloadRequest", UNTIL_UNBLOCKED);
		browser.enableScripts(false);
		try {
			fixture.show(1280, "/images/90000011");
			focus("input[name=size]");
			browser.type(" ");
			focus("main button");
			browser.type(ENTER);
			awaitSummary("Getty Images is licensing the picture");
			server.unblock();

			awaitSummary("its file is ready");
		}
		finally {
			browser.enableScripts(true);
		}
	}

	/** Press the tab key until an element is focused, and check its outline. */
	private static void focus(String selector) throws Exception {
		for (int i = 0; i < 40; i++) {
			browser.type(TAB);
			if (browser.evaluate("document.activeElement.matches('" + selector + "')").asBoolean()) {
				assertThat(browser.evaluate("getComputedStyle(document.activeElement).outlineWidth").asString())
					.isEqualTo("3px");
				return;
			}
		}
		throw new AssertionError("The tab key does not reach " + selector);
	}

	private static void awaitSummary(String text) throws Exception {
		browser.await("(document.querySelector('#summary') || document.body).textContent.includes('" + text + "')",
				TIMEOUT);
	}

	private static void assertNarrow(String name) throws Exception {
		browser.resize(390, 844);
		assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt()).isEqualTo(390);
		screenshot(name);
	}

	private static void screenshot(String name) throws Exception {
		browser.await("[...document.images].every((image) => image.complete)", TIMEOUT);
		browser.screenshot(Path.of("target", "picture-search-" + name + ".png"));
	}

	private static Path awaitFile() throws Exception {
		long end = System.nanoTime() + TIMEOUT.toNanos();
		while (true) {
			try (Stream<Path> files = Files.list(saved)) {
				Optional<Path> file = files.filter((path) -> path.toString().endsWith(".jpg")).findFirst();
				if (file.isPresent()) {
					return file.get();
				}
			}
			assertThat(System.nanoTime()).as("No file was saved").isLessThan(end);
			Thread.sleep(50);
		}
	}

	/** Return the file that the license of the open page has. */
	private static byte[] original() throws Exception {
		String id = browser.evaluate("location.pathname.split('/').pop()").asString();
		String directory = fixture.application().getEnvironment().getRequiredProperty("picture-search.directory");
		License license = License.fromText(Files.readString(Path.of(directory, id + ".license")));
		try (InputStream stream = URI.create(license.fileAddress().reveal()).toURL().openStream()) {
			return stream.readAllBytes();
		}
	}

}
