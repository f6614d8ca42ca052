package io.github.connectapi.samples.rest;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpStatus;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClientException;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.FileFault;

import static io.github.connectapi.test.assertj.ConnectAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests the application with a fake Connect API.
 */
@SpringBootTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class PicturesTests {

	private static final String IMAGE = "90000001";

	private static final FakeConnectServer SERVER = FakeConnectServer.builder().https(false).start();

	@Autowired
	private Pictures pictures;

	@TempDir
	private Path directory;

	@DynamicPropertySource
	static void connect(DynamicPropertyRegistry registry) {
		RunningApplication.properties(SERVER).forEach((name, value) -> registry.add(name, () -> value));
	}

	@BeforeEach
	void reset() {
		SERVER.reset();
	}

	@AfterAll
	static void close() {
		SERVER.close();
	}

	@Test
	void whenSearchedThenPicturesHaveTitlesAndProductTypes() {
		ImagePage page = this.pictures.search("old tree");

		assertThat(page.resultCount()).isPositive();
		assertThat(page.images().get(0).title()).isEqualTo("Old oak tree in a wheat field");
		assertThat(page.images().get(0).largestDownloads()).extracting(Image.ProductDownload::productType)
			.contains("easyaccess");
		assertThat(SERVER).lastRequest("SearchImagesCreative").usedSecureToken();
	}

	@Test
	void whenBoughtThenFileIsLoadedWithoutToken() {
		assertThat(this.pictures.buy(IMAGE, "easyaccess", file())).isNotEmptyFile();

		assertThat(SERVER.downloadsUsed()).isOne();
		assertThat(SERVER).lastRequest(FakeConnectServer.FILE_DOWNLOAD).hasNoToken();
		assertThat(SERVER.requests(FakeConnectServer.FILE_DOWNLOAD).get(0).headers()).doesNotContainKeys("Api-Key",
				"Authorization");
	}

	@Test
	void whenTokenWasRevokedThenDownloadIsSentOnceMore() {
		this.pictures.search("tree");
		SERVER.revokeAll();
		SERVER.clearRequests();

		assertThat(this.pictures.buy(IMAGE, "easyaccess", file())).isNotEmptyFile();
		assertThat(SERVER).receivedExactly("DownloadImage", FakeConnectServer.TOKEN_REQUEST, "DownloadImage",
				FakeConnectServer.FILE_DOWNLOAD);
		assertThat(SERVER.downloadsUsed()).isOne();
	}

	@Test
	void whenDownloadFailsThenItIsNotRepeated() {
		SERVER.enqueue("DownloadImage", Fault.status(503));

		assertThatExceptionOfType(HttpServerErrorException.class)
			.isThrownBy(() -> this.pictures.buy(IMAGE, "easyaccess", file()));
		assertThat(SERVER.count("DownloadImage")).isOne();
	}

	@Test
	void whenPictureIsOutsideTheAgreementThenTokenIsKept() {
		this.pictures.search("tree");

		assertThatExceptionOfType(HttpClientErrorException.class)
			.isThrownBy(() -> this.pictures.buy("90000005", "easyaccess", file()))
			.satisfies((ex) -> assertThat(ex.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED));
		assertThat(SERVER.count(FakeConnectServer.TOKEN_REQUEST)).isOne();
		assertThat(file()).doesNotExist();
	}

	@Test
	void whenFileBreaksOffThenThereIsNoFile() {
		SERVER.always(FakeConnectServer.FILE_DOWNLOAD, FileFault.breakOffAt(0.5));

		assertThatExceptionOfType(RestClientException.class)
			.isThrownBy(() -> this.pictures.buy(IMAGE, "easyaccess", file()));
		assertThat(this.directory).isEmptyDirectory();
	}

	private Path file() {
		return this.directory.resolve("picture.jpg");
	}

}
