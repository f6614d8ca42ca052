package io.github.connectapi.integration.operations;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tomcat logs the root cause only of an exception that a controller throws.
 */
@ExtendWith(OutputCaptureExtension.class)
class TomcatLogTests {

	private static final String CALLER = "PictureController.countries";

	private static final String SHARED = "Suppressed: io.github.connectapi.ConnectCredentialsRejectedException";

	@Test
	void whenAnAcquisitionFailsThenTheLogShowsTheCallerFirstAndTheSharedFailure(CapturedOutput output) {
		try (MonitoredApplication app = MonitoredApplication.with(Map.of(), PictureController.class)) {
			app.server.always("CreateSession", Fault.error("InvalidUsernameOrPassword", "no"));
			app.send("GET", "/countries");
			app.send("GET", "/countries");
		}
		String[] logged = output.toString().split("with root cause");
		assertThat(logged).hasSize(3);
		assertThat(logged[1]).containsSubsequence("ConnectCredentialsRejectedException", CALLER, SHARED);
		assertThat(logged[2]).containsSubsequence("ConnectBackoffException", CALLER, SHARED);
	}

	@RestController
	static class PictureController {

		private final ConnectApi connect;

		PictureController(ConnectApi connect) {
			this.connect = connect;
		}

		@GetMapping("/countries")
		Object countries() {
			return this.connect.call(ConnectOperations.GET_COUNTRIES, Map.of(), Object.class);
		}

	}

}
