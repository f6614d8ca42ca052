package io.github.connectapi.transport;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.Internal;

/**
 * What the transport needs to know. The TLS settings are asked for at each exchange, so
 * that a reloaded certificate is taken up by the next one; null means those of the JVM.
 */
@Internal
public record TransportSettings(Duration connectTimeout, Supplier<@Nullable ConnectTls> tls) {
}
