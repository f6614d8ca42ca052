package io.github.connectapi.transport;

import java.time.Duration;

import org.springframework.core.log.LogMessage;

import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.transport.ExchangeState.Outcome;

/**
 * Logs at DEBUG what happens to connections and exchanges. A line contains no header and
 * no body.
 */
final class TransportLog {

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(Transport.class);

	private TransportLog() {
	}

	static void opened(Connection connection, long nanos) {
		debug(() -> logger.debug(LogMessage.format(
				"Connect connection opened: host=%s address=%s proxy=%s tls=%s millis=%s", connection.target.host(),
				connection.address(), connection.proxy, connection.protocol(), Duration.ofNanos(nanos).toMillis())));
	}

	static void reused(Connection connection, long now) {
		debug(() -> logger.debug(LogMessage.format("Connect connection reused: host=%s idleMillis=%s",
				connection.target.host(), Duration.ofNanos(now - connection.idleSince).toMillis())));
	}

	static void discarded(Connection connection, String reason) {
		debug(() -> logger.debug(LogMessage.format("Connect connection discarded: host=%s reason=%s",
				connection.target.host(), reason)));
	}

	static void failed(OneShotRequest oneShot, Outcome outcome, String reason) {
		debug(() -> logger.debug(LogMessage.format("Connect exchange failed: host=%s outcome=%s reason=%s",
				oneShot.uri().getHost(), outcome, reason)));
	}

	private static void debug(Runnable statement) {
		if (logger.isDebugEnabled()) {
			statement.run();
		}
	}

}
