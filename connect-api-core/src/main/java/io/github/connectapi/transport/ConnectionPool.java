package io.github.connectapi.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Idle connections. The connection that was used last is taken first, so that the others
 * reach their idle limit.
 */
final class ConnectionPool implements AutoCloseable {

	static final long IDLE_LIMIT = Duration.ofSeconds(30).toNanos();

	static final long AGE_LIMIT = Duration.ofMinutes(10).toNanos();

	/** How long a connection may be idle for a request that must not be repeated. */
	static final long FRESH_LIMIT = Duration.ofSeconds(2).toNanos();

	private final LongSupplier nanoTime;

	private final TimeoutScheduler scheduler;

	private final ReentrantLock lock = new ReentrantLock();

	private final Deque<Connection> idle = new ArrayDeque<>();

	private boolean sweepScheduled;

	private boolean closed;

	ConnectionPool(LongSupplier nanoTime, TimeoutScheduler scheduler) {
		this.nanoTime = nanoTime;
		this.scheduler = scheduler;
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
		Connection connection = poll(target, tls, repeatable);
		while (connection != null && !connection.isUsable()) {
			connection.abort();
			connection = Thread.currentThread().isInterrupted() ? null : poll(target, tls, repeatable);
		}
		return connection;
	}

	/**
	 * Keep a connection for later exchanges.
	 * @param connection a connection with nothing left to read
	 * @param idleLimit how long it may be idle, in nanoseconds
	 */
	void release(Connection connection, long idleLimit) {
		connection.idleSince = this.nanoTime.getAsLong();
		connection.idleLimit = Math.min(idleLimit, IDLE_LIMIT);
		this.lock.lock();
		try {
			if (!this.closed && connection.idleLimit > 0 && scheduleSweep(connection.idleLimit)) {
				this.idle.addFirst(connection);
				return;
			}
		}
		finally {
			this.lock.unlock();
		}
		connection.close();
	}

	/** Close all idle connections. */
	void clear() {
		removeIf((connection) -> true);
	}

	@Override
	public void close() {
		this.lock.lock();
		try {
			this.closed = true;
		}
		finally {
			this.lock.unlock();
		}
		clear();
	}

	private @Nullable Connection poll(Target target, @Nullable ConnectTls tls, boolean repeatable) {
		removeIf((connection) -> isExpired(connection)
				|| (connection.target().equals(target) && !Objects.equals(connection.settings(), tls)));
		long now = this.nanoTime.getAsLong();
		this.lock.lock();
		try {
			for (Iterator<Connection> each = this.idle.iterator(); each.hasNext();) {
				Connection connection = each.next();
				if (connection.target().equals(target) && (repeatable || now - connection.idleSince < FRESH_LIMIT)) {
					each.remove();
					return connection;
				}
			}
			return null;
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean isExpired(Connection connection) {
		long now = this.nanoTime.getAsLong();
		return now - connection.idleSince >= connection.idleLimit || now - connection.openedAt() >= AGE_LIMIT;
	}

	private void removeIf(Predicate<Connection> condition) {
		List<Connection> removed = new ArrayList<>();
		this.lock.lock();
		try {
			this.idle.removeIf((connection) -> condition.test(connection) && removed.add(connection));
		}
		finally {
			this.lock.unlock();
		}
		removed.forEach(Connection::close);
	}

	private boolean scheduleSweep(long delay) {
		if (this.sweepScheduled) {
			return true;
		}
		try {
			this.scheduler.schedule(delay, this::sweep);
			this.sweepScheduled = true;
			return true;
		}
		catch (IOException ex) {
			// Without a thread, nothing would close the connection.
			return false;
		}
	}

	/** Close connections that have expired, and repeat that while some are left. */
	private void sweep() {
		removeIf(this::isExpired);
		this.lock.lock();
		try {
			this.sweepScheduled = false;
			long now = this.nanoTime.getAsLong();
			this.idle.stream()
				.mapToLong((connection) -> connection.idleSince + connection.idleLimit - now)
				.min()
				.ifPresent(this::scheduleSweep);
		}
		finally {
			this.lock.unlock();
		}
	}

}
