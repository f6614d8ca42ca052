package io.github.connectapi.samples.quickstart.readme;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.spring.WithFakeConnectServer;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@WithFakeConnectServer
class PicturesTests {

	@Autowired
	private Pictures pictures;

	@Autowired
	private FakeConnectServer server;

	@Test
	void whenAskedForATokenThenItIsOneThatTheServerAccepts() {
		assertThat(this.pictures.token()).matches(this.server::accepts);
	}

}
