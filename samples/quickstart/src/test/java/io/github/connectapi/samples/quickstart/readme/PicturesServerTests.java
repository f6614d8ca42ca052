package io.github.connectapi.samples.quickstart.readme;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

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
	void whenSearchedThenTheStandardTokenIsSent() {
		var found = this.pictures.search("oak tree");

		assertThat(found).extracting(Pictures.Image::title).contains("Old oak tree in a wheat field");
		assertThat(this.server).lastRequest("SearchForImages").usedStandardToken();
	}

}
