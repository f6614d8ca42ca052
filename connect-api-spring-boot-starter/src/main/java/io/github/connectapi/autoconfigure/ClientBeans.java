package io.github.connectapi.autoconfigure;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.ConnectClientBuilder;
import io.github.connectapi.client.ConnectClientCustomizer;

/**
 * Calls what the application may have written of a client, and says which of it failed.
 */
final class ClientBeans {

	private ClientBeans() {
	}

	static BaseUrl baseUrl(ConnectConnectionDetails details) {
		BaseUrl baseUrl;
		try {
			baseUrl = details.getBaseUrl();
		}
		catch (InvalidConnectPropertyException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw failure(details, "getBaseUrl() failed with " + ex, ex);
		}
		if (baseUrl == null) {
			throw failure(details, "getBaseUrl() answered null", null);
		}
		return baseUrl;
	}

	static ConnectClientCustomizer explained(ConnectClientCustomizer customizer) {
		return (builder) -> {
			try {
				customizer.customize(builder);
			}
			catch (RuntimeException ex) {
				throw failure(customizer, "customize(builder) failed with " + ex, ex);
			}
		};
	}

	static ConnectClient build(ConnectClientBuilder builder) {
		try {
			return builder.build();
		}
		catch (IllegalStateException ex) {
			throw new UnusableClientException(String.valueOf(ex.getMessage()),
					"Start the JVM without that system property, or with it set to false.", ex);
		}
	}

	static UnusableClientException failure(Object bean, String what, @Nullable Throwable cause) {
		// A lambda is told by the class that it is written in.
		String name = bean.getClass().getName().replaceFirst("\\$\\$.*", "");
		return new UnusableClientException(name + ": " + what,
				"Correct that bean of the application. Start with --debug to see where it failed.", cause);
	}

}
