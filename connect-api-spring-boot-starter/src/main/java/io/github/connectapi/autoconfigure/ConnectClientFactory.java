package io.github.connectapi.autoconfigure;

import java.util.function.Supplier;
import java.util.stream.Stream;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.aop.framework.AopProxyUtils;

import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblem;
import io.github.connectapi.autoconfigure.properties.ConfiguredConnection;
import io.github.connectapi.autoconfigure.properties.GettyConnectProperties;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.ConnectClientBuilder;
import io.github.connectapi.client.ConnectClientCustomizer;
import io.github.connectapi.client.TokenUri;
import io.github.connectapi.observation.ConnectObservationConvention;

/**
 * Creates the client. A failure in a bean of the application becomes a
 * {@link ConnectStartupException} that names the class of the bean.
 */
final class ConnectClientFactory {

	private static final String BEAN_ACTION = "Correct this bean of the application. Start with --debug to see the stack trace.";

	private final GettyConnectProperties properties;

	private final ConnectConnectionDetails details;

	private final @Nullable ConfiguredConnection connection;

	private final ReloadFailures reloadFailures;

	private final SslBundleFiles bundleFiles;

	/**
	 * Create a factory.
	 * @param properties the properties
	 * @param details the connection details
	 * @param connection the connection if the details are those of the properties; null
	 * otherwise
	 * @param reloadFailures the failures of changed SSL bundles
	 * @param bundleFiles the files of the SSL bundle
	 */
	ConnectClientFactory(GettyConnectProperties properties, ConnectConnectionDetails details,
			@Nullable ConfiguredConnection connection, ReloadFailures reloadFailures, SslBundleFiles bundleFiles) {
		this.bundleFiles = bundleFiles;
		this.properties = properties;
		this.details = details;
		this.connection = connection;
		this.reloadFailures = reloadFailures;
	}

	ConnectClient create(@Nullable ClassLoader classLoader, ObservationRegistry observationRegistry,
			@Nullable ConnectObservationConvention observationConvention, @Nullable JsonMapper jsonMapper,
			Stream<ConnectClientCustomizer> customizers) {
		ConnectClientBuilder builder = ConnectClient.builder(baseUrl());
		this.properties.applyTo(builder);
		TokenUri tokenUri = call("getTokenUri", this.details::getTokenUri);
		if (tokenUri != null) {
			builder.tokenUri(tokenUri);
		}
		builder.classLoader(classLoader)
			.tls(loadTls())
			.observationRegistry(observationRegistry)
			.observationConvention(observationConvention)
			.jsonMapper(jsonMapper);
		customizers.map(ConnectClientFactory::translateFailures).forEach(builder::customizer);
		return builder.build();
	}

	private BaseUrl baseUrl() {
		BaseUrl baseUrl = call("getBaseUrl", this.details::getBaseUrl);
		if (baseUrl == null) {
			throw beanFailure("%s.getBaseUrl() returned null".formatted(className(this.details)), null);
		}
		return baseUrl;
	}

	private <T> @Nullable T call(String method, Supplier<@Nullable T> details) {
		try {
			return details.get();
		}
		catch (ConnectStartupException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw beanFailure("%s.%s() threw an exception: %s".formatted(className(this.details), method, ex), ex);
		}
	}

	// A bundle that cannot be loaded fails the startup, not the first exchange.
	private SslBundleTls loadTls() {
		ConfiguredConnection connection = this.connection;
		try {
			String name = (connection != null) ? connection.getBundleName() : className(this.details);
			SslBundleTls tls = new SslBundleTls(this.details::getSslBundle, name, this.reloadFailures,
					System::nanoTime);
			if (connection != null) {
				connection.onBundleUpdate(tls::get);
			}
			return tls;
		}
		catch (ConnectStartupException ex) {
			throw ex;
		}
		catch (UnusableBundleException ex) {
			throw unusableBundle(ex);
		}
		catch (RuntimeException ex) {
			throw unusableBundle(UnusableBundleException.of(ex));
		}
	}

	private ConnectStartupException unusableBundle(UnusableBundleException ex) {
		if (this.connection == null) {
			return beanFailure(
					"The SSL bundle of %s cannot be loaded %s".formatted(className(this.details), ex.getMessage()), ex);
		}
		StartupProblem file = this.bundleFiles.firstProblem();
		return new ConnectStartupException(
				(file != null) ? file : ConfiguredConnection.unloadableBundle(String.valueOf(ex.getMessage())), ex);
	}

	private static ConnectClientCustomizer translateFailures(ConnectClientCustomizer customizer) {
		return (builder) -> {
			try {
				customizer.customize(builder);
			}
			catch (RuntimeException ex) {
				throw beanFailure("%s.customize(builder) threw an exception: %s".formatted(className(customizer), ex),
						ex);
			}
		};
	}

	private static ConnectStartupException beanFailure(String reason, @Nullable Throwable cause) {
		return new ConnectStartupException(new StartupProblem(null, reason, BEAN_ACTION), cause);
	}

	// The class of a lambda is named after the class that contains it.
	private static String className(Object bean) {
		return AopProxyUtils.ultimateTargetClass(bean).getName().replaceFirst("\\$\\$.*", "");
	}

}
