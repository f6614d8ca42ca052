package io.github.connectapi.client;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What the transport needs to know. The TLS settings are asked for at each exchange, so
 * that a reloaded certificate is taken up by the next one; null means those of the JVM.
 */
record TransportSettings(Duration connectTimeout, Supplier<@Nullable ConnectTls> tls) {
}
