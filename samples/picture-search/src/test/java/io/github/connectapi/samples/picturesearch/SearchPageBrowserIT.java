package io.github.connectapi.samples.picturesearch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the page of {@link TestPictureSearchApplication} in a real browser. The default
 * build does not run this class. The script {@code browser-test} does; it needs
 * {@code chromium} and {@code chromedriver} on the path.
 */
class SearchPageBrowserIT {

	private static final String ENTER = "\uE007";

	private static final String TAB = "\uE004";

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	@TempDir
	static Path profile;

	private static BrowserFixture fixture;

	private static Browser browser;

	@BeforeAll
	static void open() throws IOException, InterruptedException {
		fixture = BrowserFixture.open(profile);
		browser = fixture.browser();
	}

	@AfterAll
	static void close() throws IOException, InterruptedException {
		if (fixture != null) {
			fixture.close();
		}
	}

	@Test
	void whenAPhraseIsEnteredThenPicturesAreLoaded() throws Exception {
		show(1280, "/");
		browser.type("tree" + ENTER);

		browser.await("document.images.length === 12", TIMEOUT);
		browser.await("[...document.images].every((image) => image.complete)", TIMEOUT);
		assertThat(browser
			.evaluate("[...document.images].map((image) => Math.max(image.naturalWidth, image.naturalHeight))"))
			.allSatisfy((longestSide) -> assertThat(longestSide.asInt()).isEqualTo(340));
		assertThat(text("#results")).contains("1–12 of 94");
		assertThat(browser.evaluate("[...document.images].every((image) => image.alt)").asBoolean()).isTrue();
		browser.screenshot(Path.of("target", "picture-search-1280.png"));
		assertThat(browser.console()).isEmpty();
	}

	@Test
	void whenTheTabKeyIsPressedThenEachControlIsFocusedAndOutlined() throws Exception {
		show(1280, "/?phrase=tree");
		List<String> controls = new ArrayList<>(List.of("Picture search", "phrase", "Search"));
		browser.evaluate("[...document.querySelectorAll('.pictures a')].map((link) => link.textContent)")
			.forEach((title) -> controls.add(title.asString()));
		controls.add("Next →");
		assertThat(controls).hasSize(16);
		for (String control : controls) {
			browser.type(TAB);

			JsonNode focus = browser.evaluate("document.activeElement.id || document.activeElement.textContent");
			assertThat(focus.asString()).isEqualTo(control);
			assertThat(browser.evaluate("getComputedStyle(document.activeElement).outlineWidth").asString())
				.isEqualTo("3px");
		}
		browser.type(ENTER);
		browser.await("document.querySelector('#results').textContent.includes('13–24 of 94')", TIMEOUT);
	}

	@Test
	void whenThePhraseIsAScriptThenItIsShownButNotExecuted() throws Exception {
		show(1280, "/");
		browser.type("<script>document.title='run'</script> \"🌳\"" + ENTER);

		browser.await("document.querySelector('#results') !== null", TIMEOUT);
		assertThat(text("#results")).contains("<script>document.title='run'</script> \"🌳\"");
		assertThat(browser.evaluate("document.title").asString()).isNotEqualTo("run");
		assertThat(browser.console()).isEmpty();
	}

	@Test
	void whenThePageStaysOpenThenTheStateIsRefreshed() throws Exception {
		show(1280, "/?phrase=tree");
		browser.evaluate("window.notReloaded = true");
		String timeLeft = text("[data-session=timeLeft]");
		int number = Integer.parseInt(text("[data-session=number]"));

		browser.await("document.querySelector('[data-session=timeLeft]').textContent !== '" + timeLeft + "'", TIMEOUT);
		browser.await("Number(document.querySelector('[data-session=number]').textContent) > " + number, TIMEOUT);
		assertThat(browser.evaluate("window.notReloaded").asBoolean()).isTrue();
		assertThat(browser.console()).isEmpty();
	}

	@Test
	void whenASearchFailsThenTheErrorIsShown() throws Exception {
		fixture.server().enqueue("SearchForImages", Fault.error("NoAgreement", "Not for you."));

		show(1280, "/?phrase=tree");

		assertThat(text("[role=alert] strong")).isEqualTo("Getty Images rejected this request (NoAgreement).");
		assertThat(browser.evaluate("document.querySelector('#phrase').value").asString()).isEqualTo("tree");
		browser.screenshot(Path.of("target", "picture-search-error.png"));
		assertThat(browser.console()).singleElement().asString().contains("502");
	}

	@Test
	void whenThePageIsAsNarrowAsAPhoneThenItDoesNotScrollHorizontally() throws Exception {
		show(390, "/?phrase=tree");

		browser.await("document.images.length === 12", TIMEOUT);
		assertThat(browser.evaluate("innerWidth").asInt()).isEqualTo(390);
		assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt()).isEqualTo(390);
		browser.screenshot(Path.of("target", "picture-search-390.png"));
	}

	private static void show(int width, String page) throws IOException, InterruptedException {
		fixture.show(width, page);
	}

	private static String text(String selector) throws IOException, InterruptedException {
		return fixture.text(selector);
	}

}
