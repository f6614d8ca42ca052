package io.github.connectapi.samples.readme;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
class NoSessionAdviceTests {

	@ParameterizedTest
	@ValueSource(strings = { "InternalError", "InvalidUsernameOrPassword" })
	void whenThereIsNoSessionThenTheResponseIs503(String code) {
		try (FakeConnectServer server = FakeConnectServer.start()) {
			server.always("CreateSession", Fault.error(code, "An error."));
			runner(server).withUserConfiguration(NoSessionAdvice.class).run((context) -> {
				MockMvcTester mvc = MockMvcTester.from(context);
				MvcTestResult first = mvc.get().uri("/countries").exchange();
				assertThat(first).hasStatus(503).containsHeader("Retry-After");
				assertThat(first).bodyJson().extractingPath("detail").isEqualTo("Getty Images is not available");

				MvcTestResult second = mvc.get().uri("/countries").exchange();
				assertThat(second).hasStatus(503);
				assertThat(Integer.parseInt(second.getResponse().getHeader("Retry-After"))).isBetween(1, 121);
			});
		}
	}

	@Test
	void whenThereIsASessionThenTheResponseIs200() {
		try (FakeConnectServer server = FakeConnectServer.start()) {
			runner(server).withUserConfiguration(NoSessionAdvice.class)
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
	@Import(CountriesController.class)
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
