package io.github.connectapi.transport;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.Internal;
import io.github.connectapi.Secret;

/**
 * Settings for the transport.
 *
 * @param connectTimeout the maximum time to connect
 * @param tls supplier of the TLS settings, called for each exchange over TLS so that the
 * next one uses a reloaded certificate; null means the settings of the JVM
 * @param proxyAuthorization the value of {@code Proxy-Authorization}, or null for none
 */
@Internal
public record TransportSettings(Duration connectTimeout, @Nullable Supplier<@Nullable ConnectTls> tls,
		@Nullable Secret proxyAuthorization) {
}
