package io.github.connectapi.samples.rest;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpStatus;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClientException;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.FileFault;
import io.github.connectapi.test.spring.WithFakeConnectServer;

import static io.github.connectapi.test.assertj.ConnectAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests the application with a fake Connect API.
 */
@SpringBootTest
@WithFakeConnectServer
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class PicturesTests {

	private static final String IMAGE = "90000001";

	@Autowired
	private Pictures pictures;

	@Autowired
	private FakeConnectServer server;

	@TempDir
	private Path directory;

	@Test
	void whenSearchedThenPicturesHaveTitlesAndProductTypes() {
		ImagePage page = this.pictures.search("old tree");

		assertThat(page.resultCount()).isPositive();
		assertThat(page.images().get(0).title()).isEqualTo("Old oak tree in a wheat field");
		assertThat(page.images().get(0).largestDownloads()).extracting(Image.ProductDownload::productType)
			.contains("easyaccess");
		assertThat(this.server).lastRequest("SearchImagesCreative").usedSecureToken();
	}

	@Test
	void whenBoughtThenFileIsLoadedWithoutToken() {
		assertThat(this.pictures.buy(IMAGE, "easyaccess", file())).isNotEmptyFile();

		assertThat(this.server.downloadsUsed()).isOne();
		assertThat(this.server).lastRequest(FakeConnectServer.FILE_DOWNLOAD).hasNoToken();
		assertThat(this.server.requests(FakeConnectServer.FILE_DOWNLOAD).get(0).headers()).doesNotContainKeys("Api-Key",
				"Authorization");
	}

	@Test
	void whenTokenWasRevokedThenDownloadIsSentOnceMore() {
		this.pictures.search("tree");
		this.server.revokeAll();
		this.server.clearRequests();

		assertThat(this.pictures.buy(IMAGE, "easyaccess", file())).isNotEmptyFile();
		assertThat(this.server).receivedExactly("DownloadImage", FakeConnectServer.TOKEN_REQUEST, "DownloadImage",
				FakeConnectServer.FILE_DOWNLOAD);
		assertThat(this.server.downloadsUsed()).isOne();
	}

	@Test
	void whenDownloadFailsThenItIsNotRepeated() {
		this.server.enqueue("DownloadImage", Fault.status(503));

		assertThatExceptionOfType(HttpServerErrorException.class)
			.isThrownBy(() -> this.pictures.buy(IMAGE, "easyaccess", file()));
		assertThat(this.server.count("DownloadImage")).isOne();
	}

	@Test
	void whenPictureIsOutsideTheAgreementThenTokenIsKept() {
		this.pictures.search("tree");

		assertThatExceptionOfType(HttpClientErrorException.class)
			.isThrownBy(() -> this.pictures.buy("90000005", "easyaccess", file()))
			.satisfies((ex) -> assertThat(ex.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED));
		assertThat(this.server.count(FakeConnectServer.TOKEN_REQUEST)).isOne();
		assertThat(file()).doesNotExist();
	}

	@Test
	void whenFileBreaksOffThenThereIsNoFile() {
		this.server.always(FakeConnectServer.FILE_DOWNLOAD, FileFault.breakOffAt(0.5));

		assertThatExceptionOfType(RestClientException.class)
			.isThrownBy(() -> this.pictures.buy(IMAGE, "easyaccess", file()));
		assertThat(this.directory).isEmptyDirectory();
	}

	private Path file() {
		return this.directory.resolve("picture.jpg");
	}

}
