package io.github.connectapi.autoconfigure;

import java.time.Duration;

import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.junit.FakeConnectExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Credentials that change while the application runs.
 */
class RotationTests {

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	@Test
	void whenCredentialsAreReboundThenTheNextAcquisitionLogsInWithThem() {
		FakeApplication.of(this.server).run((context) -> {
			var manager = context.getBean(ConnectSessionManager.class);
			manager.getSession();
			this.server.accounts().changeUserPassword(FakeConnectServerBuilder.USER_NAME, "rotated");
			rebind(context, "getty.connect.user-password=rotated");
			manager.renew();
			this.server.awaitRequests("CreateSession", 2, Duration.ofSeconds(10));
			assertThat(this.server.requests("RenewSession")).isEmpty();
		});
	}

	@Test
	void whenCredentialsAreReboundThenTheProviderAnswersThem() {
		FakeApplication.configured().run((context) -> {
			rebind(context, "getty.connect.user-name=other");
			assertThat(context.getBean(ConnectConnectionDetails.class).getCredentials().userName()).contains("other");
		});
	}

	/** As Spring Cloud does it. */
	private static void rebind(ConfigurableApplicationContext context, String property) {
		TestPropertyValues.of(property).applyTo(context);
		GettyConnectProperties bean = context.getBean(GettyConnectProperties.class);
		String name = context.getBeanNamesForType(GettyConnectProperties.class)[0];
		context.getBeanFactory().initializeBean(bean, name);
	}

}
