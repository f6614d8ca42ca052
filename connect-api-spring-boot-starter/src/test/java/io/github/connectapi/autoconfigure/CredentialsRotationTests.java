package io.github.connectapi.autoconfigure;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.junit.FakeConnectExtension;
import io.github.connectapi.test.time.ManualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for credentials that change while the application is running.
 */
class CredentialsRotationTests {

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	@Test
	void whenCredentialsAreReboundThenTheSessionRemainsAndTheNextAcquisitionUsesThem() {
		RefreshableApplication.of(this.server).run((context) -> {
			var manager = context.getBean(ConnectSessionManager.class);
			ConnectSession session = manager.getSession();
			this.server.accounts().add("other", "rotated", "7");
			RefreshableApplication.rebind(context, "getty.connect.user-name=other",
					"getty.connect.user-password=rotated");
			assertThat(manager.getSession()).isSameAs(session);
			assertThat(this.server.count("CreateSession")).isEqualTo(1);
			manager.renew();
			this.server.awaitRequests("CreateSession", 2, Duration.ofSeconds(10));
			assertThat(this.server.requests("CreateSession").get(1).body()).contains("\"other\"");
			assertThat(this.server.requests("RenewSession")).isEmpty();
		});
	}

	@Test
	void whenTheProviderReturnsOtherCredentialsThenTheSessionRemainsAndTheNextAcquisitionUsesThem() {
		var current = new AtomicReference<>(FakeApplication.credentials(this.server));
		FakeApplication.of(this.server)
			.withBean("own", ConnectCredentialsProvider.class, () -> current::get)
			.run((context) -> {
				var manager = context.getBean(ConnectSessionManager.class);
				ConnectSession session = manager.getSession();
				this.server.accounts().add("other", "rotated", "7");
				current.set(ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
						FakeConnectServerBuilder.SYSTEM_PASSWORD, "other", "rotated"));
				assertThat(manager.getSession()).isSameAs(session);
				manager.renew();
				this.server.awaitRequests("CreateSession", 2, Duration.ofSeconds(10));
				assertThat(this.server.requests("CreateSession").get(1).body()).contains("\"other\"");
			});
	}

	@Test
	void whenRejectedCredentialsAreCorrectedByARebindThenThereIsASessionWithinTenSeconds() {
		RefreshableApplication.of(this.server)
			.withPropertyValues("getty.connect.user-password=mistyped")
			.withUserConfiguration(ManualTimeManager.class)
			.run((context) -> {
				var manager = context.getBean(ConnectSessionManager.class);
				assertThatExceptionOfType(ConnectCredentialsRejectedException.class).isThrownBy(manager::getSession);
				RefreshableApplication.rebind(context,
						"getty.connect.user-password=" + FakeConnectServerBuilder.USER_PASSWORD);
				context.getBean(ManualTime.class).advance(Duration.ofSeconds(10));
				assertThat(this.server.count("CreateSession")).isEqualTo(2);
				assertThat(this.server.accepts(manager.getSession().token().reveal())).isTrue();
			});
	}

	@Test
	void whenRejectedCredentialsAreReplacedByInvalidOnesThenNothingIsSent() {
		RefreshableApplication.of(this.server)
			.withPropertyValues("getty.connect.user-password=mistyped")
			.withUserConfiguration(ManualTimeManager.class)
			.run((context) -> {
				var manager = context.getBean(ConnectSessionManager.class);
				assertThatExceptionOfType(ConnectCredentialsRejectedException.class).isThrownBy(manager::getSession);
				RefreshableApplication.rebind(context, "getty.connect.user-password=");
				context.getBean(ManualTime.class).advance(Duration.ofSeconds(30));
				assertThat(this.server.count("CreateSession")).isEqualTo(1);
			});
	}

	@Test
	void whenTheBaseUrlIsReboundThenTheInitialOneRemainsInUse() {
		RefreshableApplication.of(this.server).run((context) -> {
			RefreshableApplication.rebind(context, "getty.connect.base-url=http://127.0.0.1:1",
					"getty.connect.ssl.bundle=unknown");
			var session = context.getBean(ConnectSessionManager.class).getSession();
			assertThat(this.server.accepts(session.token().reveal())).isTrue();
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class ManualTimeManager {

		@Bean
		ManualTime manualTime() {
			return ManualTime.create();
		}

		@Bean
		ConnectSessionManager manager(ConnectClient client, ConnectCredentialsProvider credentials, ManualTime time) {
			return ConnectSessionManager.builder(client, credentials)
				.nanoClock(time.nanos())
				.clock(time.clock())
				.scheduler(time.scheduler())
				.build();
		}

	}

}
