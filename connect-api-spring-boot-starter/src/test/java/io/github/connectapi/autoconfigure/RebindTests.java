package io.github.connectapi.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.junit.FakeConnectExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for the credentials before, during and after a rebind of the properties.
 */
@ExtendWith(OutputCaptureExtension.class)
class RebindTests {

	private static final String CANARY = "canary-4711";

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	@Test
	void whenCredentialsAreReadDuringARebindThenTheyAreTheOldOnes(CapturedOutput output) {
		RefreshableApplication.of(this.server).run((context) -> {
			List<ConnectCredentials> seen = new ArrayList<>();
			Map<String, Object> changed = Map.of("getty.connect.system-id", "new-id", "getty.connect.system-password",
					"new-secret", "getty.connect.user-name", "new-name", "getty.connect.user-password", CANARY);
			context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("changed", changed) {

				@Override
				public Object getProperty(String name) {
					Object value = super.getProperty(name);
					if (value != null) {
						seen.add(credentials(context));
					}
					return value;
				}

			});
			RefreshableApplication.rebind(context);
			assertThat(seen).hasSizeGreaterThanOrEqualTo(4).containsOnly(FakeApplication.credentials(this.server));
			assertThat(credentials(context))
				.isEqualTo(ConnectCredentials.of("new-id", "new-secret", "new-name", CANARY));
			assertThat(output).contains("Connect credentials changed").doesNotContain(CANARY);
		});
	}

	@Test
	void whenARebindHasInvalidCredentialsThenTheOldOnesRemainAndTheProblemIsLogged(CapturedOutput output) {
		RefreshableApplication.of(this.server).run((context) -> {
			ConnectSession session = context.getBean(ConnectSessionManager.class).getSession();
			RefreshableApplication.rebind(context, "getty.connect.user-name=", "getty.connect.user-password=" + CANARY);
			assertThat(credentials(context)).isEqualTo(FakeApplication.credentials(this.server));
			assertThat(context.getBean(ConnectSessionManager.class).getSession()).isSameAs(session);
			assertThat(output).contains("ERROR", "The previous values remain in use: getty.connect.user-name is blank")
				.doesNotContain(CANARY, "Connect credentials changed");
			assertThat(reloadFailure(context)).contains("getty.connect.user-name is blank").doesNotContain(CANARY);
			RefreshableApplication.rebind(context, "getty.connect.user-name=another");
			assertThat(reloadFailure(context)).isNull();
			assertThat(credentials(context).userPassword().orElseThrow().reveal()).isEqualTo(CANARY);
		});
	}

	@Test
	void whenARebindHasAnotherInvalidPropertyThenCredentialsAreReplacedAndTheProblemIsLogged(CapturedOutput output) {
		RefreshableApplication.of(this.server).run((context) -> {
			RefreshableApplication.rebind(context, "getty.connect.user-password=" + CANARY,
					"getty.connect.retry.jitter=2");
			assertThat(credentials(context).userPassword().orElseThrow().reveal()).isEqualTo(CANARY);
			assertThat(output)
				.contains(
						"remain in use: getty.connect.retry.jitter has the invalid value 2.0: The retry jitter must be")
				.doesNotContain(CANARY);
		});
	}

	@Test
	void whenARebindFailsThenTheOldCredentialsRemainAndTheExceptionNamesTheProperty() {
		RefreshableApplication.of(this.server).run((context) -> {
			Throwable failure = catchThrowable(() -> RefreshableApplication.rebind(context,
					"getty.connect.user-password=" + CANARY, "getty.connect.http.connect-timeout=soon"));
			assertThat(failure).rootCause().isNotNull();
			assertThat(failure).hasStackTraceContaining("'getty.connect.http.connect-timeout'");
			for (Throwable it = failure; it != null; it = it.getCause()) {
				assertThat(it.toString()).doesNotContain(CANARY);
			}
			assertThat(credentials(context)).isEqualTo(FakeApplication.credentials(this.server));
			assertThat(reloadFailure(context)).isEqualTo("A property cannot be bound");
			RefreshableApplication.rebind(context, "getty.connect.http.connect-timeout=1s");
			assertThat(reloadFailure(context)).isNull();
		});
	}

	@Test
	void whenInvalidCredentialsAreCorrectedByARebindThenTheyAreUsed() {
		RefreshableApplication.of(this.server).run((context) -> {
			RefreshableApplication.rebind(context, "getty.connect.user-password=");
			RefreshableApplication.rebind(context, "getty.connect.user-password=" + CANARY);
			assertThat(credentials(context).userPassword().orElseThrow().reveal()).isEqualTo(CANARY);
		});
	}

	@Test
	void whenTheSessionTypeIsReboundThenTheInitialTypeIsKept() {
		RefreshableApplication.of(this.server).run((context) -> {
			RefreshableApplication.rebind(context, "getty.connect.session.type=application");
			assertThat(credentials(context)).isEqualTo(FakeApplication.credentials(this.server));
		});
	}

	@Test
	void whenNoCredentialsAreRequiredThenARebindWithoutCredentialsLogsNothing(CapturedOutput output) {
		RefreshableApplication.of(this.server)
			.withPropertyValues("getty.connect.user-name=")
			.withBean("own", ConnectCredentialsProvider.class, () -> () -> FakeApplication.credentials(this.server))
			.run((context) -> {
				RefreshableApplication.rebind(context, "getty.connect.user-password=");
				assertThat(output).doesNotContain("ERROR");
			});
	}

	private static @Nullable String reloadFailure(AssertableApplicationContext context) {
		return context.getBean(ReloadFailures.class).current().get("properties");
	}

	private static ConnectCredentials credentials(AssertableApplicationContext context) {
		return context.getBean(ConnectConnectionDetails.class).getCredentials();
	}

}
