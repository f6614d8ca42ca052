package io.github.connectapi.autoconfigure.user;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.github.connectapi.autoconfigure.FakeApplication;
import io.github.connectapi.autoconfigure.endpoint.ConnectAction;
import io.github.connectapi.autoconfigure.endpoint.ConnectActionResult;
import io.github.connectapi.autoconfigure.endpoint.ConnectEndpoint;
import io.github.connectapi.autoconfigure.endpoint.ConnectEndpointAutoConfiguration;
import io.github.connectapi.autoconfigure.endpoint.ConnectUserState;
import io.github.connectapi.autoconfigure.observation.ConnectMetricsAutoConfiguration;
import io.github.connectapi.session.ConnectSessionSnapshot.State;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.junit.FakeConnectExtension;
import io.github.connectapi.user.ConnectSessions;
import io.github.connectapi.user.ConnectUserCredentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Tests for the meters, the health and the endpoint of the sessions of many users.
 */
@Timeout(180)
class ConnectUsersMonitoringTests {

	private static final String KEY = "customer-17";

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	private final FakeUsers users = new FakeUsers(this.server).with(KEY, true).with("customer-18", false);

	private final ApplicationContextRunner runner = this.users.application()
		.withPropertyValues("management.endpoints.web.exposure.include=gettyconnect")
		.withConfiguration(
				AutoConfigurations.of(ConnectMetricsAutoConfiguration.class, ConnectEndpointAutoConfiguration.class))
		.withBean(SimpleMeterRegistry.class);

	@Test
	void whenUsersHaveSessionsThenTheyAreCountedByStateWithoutTheirKeys() {
		this.runner.run((context) -> {
			readBoth(context.getBean(ConnectSessions.class));
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			context.getBean(MeterBinder.class).bindTo(registry);

			assertThat(users(registry, "valid")).isOne();
			assertThat(users(registry, "failed")).isOne();
			assertThat(users(registry, "none")).isZero();
			assertThat(registry.get("getty.connect.users.backoffs").gauge().value()).isOne();
			assertThat(registry.get("getty.connect.users.evictions").functionCounter().count()).isZero();
			assertThat(registry.get("getty.connect.http.connections").gauges()).isNotEmpty();
			assertThat(registry.getMeters()).extracting((meter) -> meter.getId().toString())
				.noneMatch((id) -> id.contains("customer"));
		});
	}

	@Test
	void whenTheApplicationHasASessionTooThenItHasMetersOfItsOwn() {
		FakeApplication.of(this.server)
			.withConfiguration(AutoConfigurations.of(ConnectMetricsAutoConfiguration.class))
			.withBean(SimpleMeterRegistry.class)
			.withBean("users", ConnectUserCredentials.class, () -> this.users)
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				context.getBean(MeterBinder.class).bindTo(registry);
				assertThat(registry.get("getty.connect.session.state").tag("state", "none").gauge().value()).isOne();
				assertThat(users(registry, "valid")).isZero();
				assertThat(context).hasBean("gettyConnectHealthContributor")
					.hasBean("gettyConnectUsersHealthContributor");
			});
	}

	@Test
	void whenOneUserFailsThenTheWholeIsUp() {
		this.runner.run((context) -> {
			assertThat(context).doesNotHaveBean("gettyConnectHealthContributor");
			readBoth(context.getBean(ConnectSessions.class));
			Health health = context.getBean(HealthIndicator.class).health();

			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("users", 2)
				.containsEntry("valid", 1)
				.containsEntry("failed", 1)
				.containsEntry("outage", false);
			assertThat(health.toString()).doesNotContain("customer");
		});
	}

	@Test
	void whenTheSystemIsRejectedThenTheWholeIsDown() {
		this.server.always("CreateSession", Fault.error("InvalidSystemIdOrPassword", "no"));
		this.runner.run((context) -> {
			assertThat(catchThrowable(context.getBean(ConnectSessions.class).forUser(KEY)::getSession)).isNotNull();
			awaitDown(context.getBean(HealthIndicator.class), "rejectedSystems", 1);
		});
	}

	@Test
	void whenNoConnectionCanBeOpenedThenTheWholeIsDown() {
		this.runner.withPropertyValues("getty.connect.base-url=http://127.0.0.1:1").run((context) -> {
			assertThat(catchThrowable(context.getBean(ConnectSessions.class).forUser(KEY)::getSession)).isNotNull();
			awaitDown(context.getBean(HealthIndicator.class), "outage", true);
		});
	}

	@Test
	void whenAUserIsReadThenHisKeyIsMasked() {
		this.runner.run((context) -> {
			ConnectEndpoint endpoint = context.getBean(ConnectEndpoint.class);
			assertThat(endpoint.user("gettyConnectSessions", KEY)).isNull();
			readBoth(context.getBean(ConnectSessions.class));

			ConnectUserState state = endpoint.user("gettyConnectSessions", KEY);
			assertThat(state.user()).isEqualTo("cu******");
			assertThat(state.session().state()).isEqualTo(State.VALID);
			assertThat(endpoint.user("gettyConnectSessions", "stranger")).isNull();
			assertThat(endpoint.user("gettyConnectSessions", " ")).isNull();
			assertThat(endpoint.user("gettyConnectSessions", "x".repeat(1025))).isNull();
			assertThat(endpoint.user("unknown", KEY)).isNull();
			assertThat(endpoint.sessions()).as("does not list users").isEmpty();
		});
	}

	@Test
	void whenAUserIsResetThenOnlyHisFailuresAreForgotten() {
		this.runner.run((context) -> {
			ConnectSessions sessions = context.getBean(ConnectSessions.class);
			readBoth(sessions);
			ConnectEndpoint endpoint = context.getBean(ConnectEndpoint.class);
			this.users.with("customer-18", true);

			WebEndpointResponse<ConnectActionResult> result = endpoint.actOnUser("gettyConnectSessions", "customer-18",
					ConnectAction.RESET);
			assertThat(result.getStatus()).isEqualTo(200);
			assertThat(sessions.forUser("customer-18").getSession()).isNotNull();
			assertThat(endpoint.actOnUser("gettyConnectSessions", "customer-18", ConnectAction.RESET).getStatus())
				.isEqualTo(429);
			assertThat(endpoint.actOnUser("gettyConnectSessions", KEY, ConnectAction.RESET).getStatus()).isEqualTo(200);
			assertThat(endpoint.actOnUser("gettyConnectSessions", "stranger", ConnectAction.RENEW).getStatus())
				.isEqualTo(404);
		});
	}

	@Test
	void whenAUserIsForgottenThenHisSessionEnds() {
		this.runner.run((context) -> {
			ConnectSessions sessions = context.getBean(ConnectSessions.class);
			readBoth(sessions);
			ConnectEndpoint endpoint = context.getBean(ConnectEndpoint.class);
			assertThat(endpoint.forget("gettyConnectSessions", KEY).getStatus()).isEqualTo(204);
			assertThat(sessions.snapshot(KEY)).isEmpty();
			assertThat(endpoint.forget("gettyConnectSessions", KEY).getStatus()).isEqualTo(404);
		});
	}

	private static void readBoth(ConnectSessions sessions) {
		sessions.forUser(KEY).getSession();
		assertThat(catchThrowable(sessions.forUser("customer-18")::getSession)).isNotNull();
	}

	// The whole learns of a failure after the caller.
	private static void awaitDown(HealthIndicator indicator, String detail, Object value) {
		await().timeout(Duration.ofSeconds(20)).untilAsserted(() -> {
			Health health = indicator.health();
			assertThat(health.getStatus()).isEqualTo(Status.DOWN);
			assertThat(health.getDetails()).containsEntry(detail, value);
		});
	}

	private static double users(MeterRegistry registry, String state) {
		return registry.get("getty.connect.users")
			.tags("state", state, "manager", "gettyConnectSessions")
			.gauge()
			.value();
	}

}
