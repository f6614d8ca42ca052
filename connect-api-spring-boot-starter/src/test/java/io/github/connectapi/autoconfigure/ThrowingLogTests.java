package io.github.connectapi.autoconfigure;

import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.junit.FakeConnectExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests that a log that throws prevents neither the start nor a reload.
 */
class ThrowingLogTests {

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	private final LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();

	private final ThrowingFilter filter = new ThrowingFilter();

	@BeforeEach
	void breakTheLog() {
		this.logging.addTurboFilter(this.filter);
	}

	@AfterEach
	void repairTheLog() {
		this.logging.resetTurboFilterList();
		assertThat(this.filter.lines).isPositive();
	}

	@Test
	void whenCredentialsCauseAWarningThenTheApplicationStarts() {
		RefreshableApplication.of(this.server)
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("spaces", Map.of("getty.connect.user-password", "secret "))))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void whenCredentialsAreChangedThenTheyAreUsed() {
		RefreshableApplication.of(this.server).run((context) -> {
			RefreshableApplication.rebind(context, "getty.connect.user-password=another");
			ConnectCredentials changed = context.getBean(ConnectCredentialsProvider.class).getCredentials();
			assertThat(changed.userPassword().orElseThrow().reveal()).isEqualTo("another");
		});
	}

	@Test
	void whenPropertiesAreChangedToInvalidValuesThenThePreviousOnesRemain() {
		RefreshableApplication.of(this.server).run((context) -> {
			RefreshableApplication.rebind(context, "getty.connect.user-name= ");
			assertThat(context.getBean(ConnectSessionManager.class).getSession()).isNotNull();
		});
	}

	@Test
	void whenAnSslBundleIsUpdatedThenItIsRegistered() {
		RefreshableApplication.of(this.server)
			.withPropertyValues("getty.connect.ssl.bundle=getty",
					"getty.connect.base-url=" + this.server.secureBaseUrl(),
					"spring.ssl.bundle.pem.getty.truststore.certificate=" + this.server.certificateAuthority())
			.run((context) -> {
				SslBundle bundle = context.getBean(SslBundles.class).getBundle("getty");
				SslBundle changed = SslBundle.of(bundle.getStores());
				assertThatNoException()
					.isThrownBy(() -> context.getBean(SslBundleRegistry.class).updateBundle("getty", changed));
			});
	}

	/** Throws an exception whenever the starter logs. */
	private static final class ThrowingFilter extends TurboFilter {

		private volatile int lines;

		@Override
		public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] params,
				Throwable thrown) {
			if (logger.getName().equals(ConnectConnectionDetails.class.getName())) {
				this.lines++;
				throw new IllegalStateException("disk full");
			}
			return FilterReply.NEUTRAL;
		}

	}

}
