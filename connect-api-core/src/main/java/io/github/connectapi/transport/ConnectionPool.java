package io.github.connectapi.transport;

import java.time.Duration;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Idle connections. The connection that was used last is taken first, so that the others
 * reach their idle limit. The thread that removes a connection owns it.
 */
final class ConnectionPool implements AutoCloseable {

	static final long IDLE_LIMIT = Duration.ofSeconds(30).toNanos();

	static final long AGE_LIMIT = Duration.ofMinutes(10).toNanos();

	/** How long a connection may be idle for a request that must not be repeated. */
	static final long FRESH_LIMIT = Duration.ofSeconds(2).toNanos();

	private final LongSupplier nanoTime;

	private final CheckScheduler checks;

	private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

	private volatile boolean closed;

	/**
	 * Create a pool.
	 * @param executor closes expired connections, because logging and closing may block
	 * the timer, on which the deadlines of exchanges depend
	 */
	ConnectionPool(LongSupplier nanoTime, ScheduledExecutorService timer, Executor executor) {
		this.nanoTime = nanoTime;
		this.checks = new CheckScheduler(timer, nanoTime, () -> executor.execute(this::closeExpired));
	}

	/**
	 * Take an idle connection. The thread of the caller must not be interrupted, because
	 * an interrupt would close the connection.
	 * @param target the server
	 * @param tls the current TLS settings
	 * @param repeatable whether the request may be repeated
	 * @return the connection, or null if there is none
	 */
	@Nullable Connection take(Target target, @Nullable ConnectTls tls, boolean repeatable) {
		long now = this.nanoTime.getAsLong();
		for (Connection connection : this.idle) {
			boolean sameTarget = connection.target.equals(target);
			if (closeIfExpired(connection, now)) {
				continue;
			}
			if (sameTarget && !Objects.equals(connection.settings, tls)) {
				discard(connection, "other-tls-settings");
			}
			else if (sameTarget && (repeatable || now - connection.idleSince < FRESH_LIMIT) && remove(connection)) {
				if (connection.checkUsable()) {
					TransportLog.reused(connection, now);
					return connection;
				}
				TransportLog.discarded(connection, "closed-or-stray-bytes");
				if (Thread.currentThread().isInterrupted()) {
					return null;
				}
			}
		}
		return null;
	}

	/**
	 * Keep a connection for later exchanges.
	 * @param connection a connection with nothing left to read
	 * @param idleLimit how long it may be idle, in nanoseconds
	 */
	void release(Connection connection, long idleLimit) {
		connection.idleSince = this.nanoTime.getAsLong();
		connection.idleLimit = Math.min(idleLimit, IDLE_LIMIT);
		boolean added = false;
		try {
			this.idle.addFirst(connection);
			added = true;
			this.checks.checkAt(connection.idleSince + connection.idleLimit);
		}
		catch (RejectedExecutionException | OutOfMemoryError ex) {
			// Without a check, nothing would close the connection.
			discard(connection, "no-thread");
			if (!added) {
				connection.abort();
			}
		}
		if (this.closed) {
			discard(connection, "client-closed");
		}
	}

	/** Close all idle connections, because an exchange failed. */
	void clear() {
		this.idle.forEach((connection) -> discard(connection, "other-exchange-failed"));
	}

	/** Close all idle connections, because the application pauses. */
	void closeIdle() {
		this.idle.forEach((connection) -> discard(connection, "closed-by-application"));
		this.checks.checkNow();
	}

	/** Return the number of idle connections. */
	int size() {
		return this.idle.size();
	}

	@Override
	public void close() {
		this.closed = true;
		this.idle.forEach((connection) -> discard(connection, "client-closed"));
	}

	/** Close connections that have expired, and repeat that while some are left. */
	private void closeExpired() {
		long now = this.nanoTime.getAsLong();
		for (Connection connection : this.idle) {
			if (!closeIfExpired(connection, now)) {
				this.checks.checkAt(connection.idleSince + connection.idleLimit);
			}
		}
	}

	private boolean closeIfExpired(Connection connection, long now) {
		boolean idleTooLong = now - connection.idleSince >= connection.idleLimit;
		boolean expired = idleTooLong || now - connection.openedAt >= AGE_LIMIT;
		if (expired) {
			discard(connection, idleTooLong ? "idle-limit" : "age-limit");
		}
		return expired;
	}

	private void discard(Connection connection, String reason) {
		if (remove(connection)) {
			TransportLog.discarded(connection, reason);
			connection.close();
		}
	}

	/** Return whether the caller removed the connection, and owns it therefore. */
	private boolean remove(Connection connection) {
		return this.idle.remove(connection);
	}

}
