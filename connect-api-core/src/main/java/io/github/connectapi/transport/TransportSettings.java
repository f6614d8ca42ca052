package io.github.connectapi.transport;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.Internal;

/**
 * Settings for the transport.
 *
 * @param connectTimeout the maximum time to connect
 * @param tls supplier of the TLS settings, called for each exchange so that the next one
 * uses a reloaded certificate; null means the settings of the JVM
 */
@Internal
public record TransportSettings(Duration connectTimeout, Supplier<@Nullable ConnectTls> tls) {
}
