package io.github.connectapi.samples.quickstart.readme;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import io.github.connectapi.license.License;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.spring.WithFakeConnectServer;

import static io.github.connectapi.test.assertj.ConnectAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@WithFakeConnectServer
class PicturesServerTests {

	@Autowired
	private Pictures pictures;

	@Autowired
	private FakeConnectServer server;

	@Test
	void whenBoughtThenThereIsAFile(@TempDir Path folder) {
		List<License> licenses = new ArrayList<>();

		Path file = this.pictures.buy("oak tree", folder, licenses::add);

		assertThat(file).isNotEmptyFile();
		assertThat(licenses).hasSize(1);
		assertThat(this.server).received(1, "CreateDownloadRequest");
	}

}
