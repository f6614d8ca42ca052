package io.github.connectapi.samples.rest;

import org.junit.jupiter.api.Test;

import io.github.connectapi.test.FakeConnectServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the story.
 */
class RestDemoTests {

	@Test
	void whenStoryIsRunThenItSucceeds() throws Exception {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).start()) {
			new RestDemo(server).run();
			assertThat(server.downloadsUsed()).isEqualTo(2);
		}
	}

}
