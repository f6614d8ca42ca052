package io.github.connectapi.samples.readme;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that has no session responds with 503.
 */
class ConnectApiAdviceTests {

	static Stream<Fault> faults() {
		return Stream.of(Fault.status(503), Fault.error("InternalError", "An error."),
				Fault.error("InvalidUsernameOrPassword", "No such user."));
	}

	@ParameterizedTest
	@MethodSource("faults")
	void whenThereIsNoSessionThenTheResponseIs503(Fault fault) {
		try (FakeConnectServer server = FakeConnectServer.start()) {
			server.always("CreateSession", fault);
			runner(server).run((context) -> {
				MockMvcTester mvc = MockMvcTester.from(context);
				MvcTestResult failed = mvc.get().uri("/countries").exchange();
				assertThat(failed).hasStatus(503).doesNotContainHeader("Retry-After");
				assertThat(failed).bodyJson().extractingPath("detail").isEqualTo("Getty Images is not available");

				MvcTestResult backingOff = mvc.get().uri("/countries").exchange();
				assertThat(backingOff).hasStatus(503);
				assertThat(Integer.valueOf(backingOff.getResponse().getHeader("Retry-After"))).isBetween(30, 181);
				assertThat(server.count("CreateSession")).isEqualTo(1);
			});
		}
	}

	@Test
	void whenTheServerRequestsADelayThenTheResponseHasIt() {
		try (FakeConnectServer server = FakeConnectServer.start()) {
			server.always("CreateSession", Fault.status(503).retryAfter("20"));
			runner(server)
				.run((context) -> assertThat(MockMvcTester.from(context).get().uri("/countries")).hasStatus(503)
					.hasHeader("Retry-After", "21"));
		}
	}

	@Test
	void whenThereIsASessionThenTheResponseIs200() {
		try (FakeConnectServer server = FakeConnectServer.start()) {
			runner(server)
				.run((context) -> assertThat(MockMvcTester.from(context).get().uri("/countries")).hasStatusOk());
		}
	}

	private static WebApplicationContextRunner runner(FakeConnectServer server) {
		return new WebApplicationContextRunner().withUserConfiguration(Application.class)
			.withPropertyValues("getty.connect.base-url=" + server.baseUrl(),
					"getty.connect.system-id=" + FakeConnectServerBuilder.SYSTEM_ID,
					"getty.connect.system-password=" + FakeConnectServerBuilder.SYSTEM_PASSWORD,
					"getty.connect.user-name=" + FakeConnectServerBuilder.USER_NAME,
					"getty.connect.user-password=" + FakeConnectServerBuilder.USER_PASSWORD,
					"getty.connect.retry.max-attempts=1", "getty.connect.session.backoff.initial=1m");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ ConnectApiAdvice.class, CountriesController.class })
	static class Application {

	}

	@RestController
	static class CountriesController {

		private final ConnectApi connect;

		CountriesController(ConnectApi connect) {
			this.connect = connect;
		}

		@GetMapping("/countries")
		Map<?, ?> countries() {
			return this.connect.call(ConnectOperations.GET_COUNTRIES, Map.of(), Map.class);
		}

	}

}
