package io.github.connectapi.samples.picturesearch.purchase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import io.github.connectapi.samples.picturesearch.PictureSearchApplication;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.FileFault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application ends during a purchase and is started again.
 */
class RestartTests {

	private static final String PURCHASE = "/purchases/" + Purchase.id("90000002", "90000002-1");

	@TempDir
	Path directory;

	private final FakeConnectServer server = FakeConnectServer.start();

	private ConfigurableApplicationContext application;

	private Site site;

	@BeforeEach
	void start() {
		Map<String, String> properties = new HashMap<>(this.server.properties());
		properties.put("server.address", "127.0.0.1");
		properties.put("server.port", "0");
		properties.put("picture-search.directory", this.directory.toString());
		String[] args = properties.entrySet().stream().map((property) -> "--" + property).toArray(String[]::new);
		this.application = SpringApplication.run(PictureSearchApplication.class, args);
		this.site = new Site(this.application.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	@AfterEach
	void close() {
		this.application.close();
		this.server.close();
	}

	@Test
	void whenRestartedThenTheFileOfAnEarlierPurchaseIsStillThere() {
		this.site.result(this.site.buy("90000002", "90000002-1", ""));

		restart();

		assertThat(this.site.get(PURCHASE).body()).contains("its file is ready");
		assertThat(this.site.file(PURCHASE).body()).startsWith(0xff, 0xd8);
		assertThat(this.site.get("/images/90000002").body()).contains("href=\"" + PURCHASE + "\"");
		this.site.buy("90000002", "90000002-1", "");
		assertThat(this.server.count("CreateDownloadRequest")).isEqualTo(1);
	}

	@Test
	void whenRestartedDuringTheDownloadThenItIsContinued() throws Exception {
		this.server.enqueue(FakeConnectServer.FILE_DOWNLOAD, FileFault.breakOffAt(0.5), Fault.block());
		this.site.buy("90000002", "90000002-1", "");
		this.server.awaitRequests(FakeConnectServer.FILE_DOWNLOAD, 2, Duration.ofSeconds(30));
		copyAndRestart();

		assertThat(this.site.get(PURCHASE).body()).contains("its file is missing", "Get the file");
		this.server.clearFaults();
		this.site.post(PURCHASE + "/resume", Map.of());

		assertThat(this.site.result(PURCHASE)).contains("its file is ready");
		assertThat(this.server.count("CreateDownloadRequest")).isEqualTo(1);
		assertThat(this.server.requests(FakeConnectServer.FILE_DOWNLOAD)).last()
			.satisfies((request) -> assertThat(request.header("Range")).isNotNull());
	}

	@Test
	void whenRestartedDuringTheBuyingCallThenTheOutcomeIsUnclear() throws Exception {
		this.server.enqueue("CreateDownloadRequest", Fault.block());
		this.site.buy("90000002", "90000002-1", "");
		this.server.awaitRequests("CreateDownloadRequest", 1, Duration.ofSeconds(30));
		copyAndRestart();

		assertThat(this.site.get(PURCHASE).body()).contains("We do not know whether the picture was bought.");
		this.site.post(PURCHASE + "/check", Map.of());

		assertThat(this.site.result(PURCHASE)).contains("its file is ready");
		assertThat(this.server.downloadsUsed()).isEqualTo(1);
	}

	/** A copy of the directory is what a crash leaves. */
	private void copyAndRestart() throws IOException {
		Path copy = this.directory.resolveSibling(this.directory.getFileName() + "-copy");
		try (var files = Files.list(this.directory)) {
			Files.createDirectories(copy);
			for (Path file : files.toList()) {
				Files.copy(file, copy.resolve(file.getFileName()));
			}
		}
		this.server.unblock();
		this.application.close();
		this.directory = copy;
		start();
	}

	private void restart() {
		this.application.close();
		start();
	}

}
