package io.github.connectapi.samples.picturesearch;

import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import io.github.connectapi.test.FakeConnectServer;

import static org.assertj.core.api.Assertions.assertThat;

class TestPictureSearchApplicationTests {

	@Test
	void whenStartedThenActuatorShowsTheSessionOnTheLoopbackAddress() {
		try (FakeConnectServer server = FakeConnectServer.start();
				ConfigurableApplicationContext application = TestPictureSearchApplication.run(server, 0, 0.8)) {
			int port = TestPictureSearchApplication.port(application);

			assertThat(HtmlPage.get(port, "/actuator/gettyconnect").html())
				.contains("\"gettyConnectSessionManager\":{");
			assertThat(HtmlPage.get(port, "/actuator/health/gettyConnect").html()).contains("\"status\":\"UNKNOWN\"",
					"\"generation\":0");
			assertThat(application.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
			assertThat(server.requests()).isEmpty();
		}
	}

}
