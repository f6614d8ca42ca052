package io.github.connectapi.autoconfigure;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.core.NestedExceptionUtils;

import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblem;
import io.github.connectapi.autoconfigure.properties.ConfiguredConnection;
import io.github.connectapi.autoconfigure.properties.GettyConnectProperties;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.ConnectClientBuilder;
import io.github.connectapi.client.ConnectClientCustomizer;
import io.github.connectapi.observation.ConnectObservations;

/**
 * Creates the client. A failure in a bean of the application becomes a
 * {@link ConnectStartupException} that names the bean.
 */
final class ConnectClientFactory {

	private static final String BEAN_ACTION = "Correct this bean of the application. Start with --debug to see the stack trace.";

	private final GettyConnectProperties properties;

	private final ConnectConnectionDetails details;

	private final boolean detailsFromProperties;

	/**
	 * Create a factory.
	 * @param properties the properties
	 * @param details the connection details
	 * @param detailsFromProperties whether the connection details are those of the
	 * properties
	 */
	ConnectClientFactory(GettyConnectProperties properties, ConnectConnectionDetails details,
			boolean detailsFromProperties) {
		this.properties = properties;
		this.details = details;
		this.detailsFromProperties = detailsFromProperties;
	}

	ConnectClient create(ConnectObservations observations, Stream<ConnectClientCustomizer> customizers) {
		ConnectClientBuilder builder = ConnectClient.builder(baseUrl());
		this.properties.applyTo(builder);
		SslBundleTls tls = new SslBundleTls(this.details::getSslBundle);
		load(tls);
		builder.tls(tls).observations(observations);
		customizers.map(ConnectClientFactory::translateFailures).forEach(builder::customizer);
		return builder.build();
	}

	private BaseUrl baseUrl() {
		BaseUrl baseUrl;
		try {
			baseUrl = this.details.getBaseUrl();
		}
		catch (ConnectStartupException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw beanFailure("getBaseUrl() of %s failed: %s".formatted(beanName(this.details), ex), ex);
		}
		if (baseUrl == null) {
			throw beanFailure("getBaseUrl() of %s returned null".formatted(beanName(this.details)), null);
		}
		return baseUrl;
	}

	/** A bundle that cannot be loaded fails the start, not the first exchange. */
	private void load(SslBundleTls tls) {
		try {
			tls.get();
		}
		catch (ConnectStartupException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// Without the message, which may contain parts of the bundle.
			String cause = NestedExceptionUtils.getMostSpecificCause(ex).getClass().getSimpleName();
			if (this.detailsFromProperties) {
				throw new ConnectStartupException(ConfiguredConnection.unloadableBundle(cause), ex);
			}
			throw beanFailure("The SSL bundle of %s cannot be loaded (%s)".formatted(beanName(this.details), cause),
					ex);
		}
	}

	private static ConnectClientCustomizer translateFailures(ConnectClientCustomizer customizer) {
		return (builder) -> {
			try {
				customizer.customize(builder);
			}
			catch (RuntimeException ex) {
				throw beanFailure("customize(builder) of %s failed: %s".formatted(beanName(customizer), ex), ex);
			}
		};
	}

	private static ConnectStartupException beanFailure(String reason, @Nullable Throwable cause) {
		return new ConnectStartupException(new StartupProblem(null, reason, BEAN_ACTION), cause);
	}

	/** The class of a lambda is named after the class that contains it. */
	private static String beanName(Object bean) {
		return AopProxyUtils.ultimateTargetClass(bean).getName().replaceFirst("\\$\\$.*", "");
	}

}
