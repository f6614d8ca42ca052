package io.github.connectapi.samples.picturesearch;

import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import io.github.connectapi.test.FakeConnectServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the README shows of the application on a fake Connect API.
 */
class OnTheFakeTests {

	@Test
	void whenRunOnTheFakeThenActuatorShowsTheSessionToThisMachine() {
		try (FakeConnectServer server = FakeConnectServer.start();
				ConfigurableApplicationContext application = TestPictureSearchApplication.run(server, 0, 0.8)) {
			int port = TestPictureSearchApplication.port(application);

			assertThat(Page.get(port, "/actuator/gettyconnect").html()).contains("\"gettyConnectSessionManager\":{");
			assertThat(Page.get(port, "/actuator/health/gettyConnect").html()).contains("\"status\":\"UNKNOWN\"",
					"\"generation\":0");
			assertThat(application.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
			assertThat(server.requests()).isEmpty();
		}
	}

}
