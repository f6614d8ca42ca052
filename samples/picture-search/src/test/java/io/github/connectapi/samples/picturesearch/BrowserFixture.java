package io.github.connectapi.samples.picturesearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.springframework.context.ConfigurableApplicationContext;

import io.github.connectapi.test.FakeConnectServer;

import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * {@link TestPictureSearchApplication} in a browser.
 *
 * @param server the fake server
 * @param application the application
 * @param browser the browser
 */
record BrowserFixture(FakeConnectServer server, ConfigurableApplicationContext application, Browser browser) {

	/** Skip the test if there is no browser. */
	static BrowserFixture open(Path profile) throws IOException, InterruptedException {
		Path chromium = findOnPath("chromium");
		Path chromedriver = findOnPath("chromedriver");
		assumeThat(chromium).as("chromium is not on the path").exists();
		assumeThat(chromedriver).as("chromedriver is not on the path").exists();
		FakeConnectServer server = FakeConnectServer.builder().tokenLifetimeMinutes(1).start();
		ConfigurableApplicationContext application = TestPictureSearchApplication.run(server, 0, 0.12);
		return new BrowserFixture(server, application,
				Browser.open(chromium, ChromeDriver.start(chromedriver), profile));
	}

	void show(int width, String page) throws IOException, InterruptedException {
		this.browser.resize(width, 844);
		this.browser.open("http://localhost:" + TestPictureSearchApplication.port(this.application) + page);
	}

	String text(String selector) throws IOException, InterruptedException {
		return this.browser.evaluate("document.querySelector('" + selector + "').textContent").asString();
	}

	void close() throws IOException, InterruptedException {
		this.browser.close();
		this.application.close();
		this.server.close();
	}

	private static Path findOnPath(String name) {
		return Stream.of(System.getenv("PATH").split(":"))
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isExecutable)
			.findFirst()
			.orElse(Path.of(name));
	}

}
