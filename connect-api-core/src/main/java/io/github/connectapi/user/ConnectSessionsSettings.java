package io.github.connectapi.user;

import java.time.Duration;
import java.util.Objects;

import org.springframework.util.Assert;

import io.github.connectapi.acquisition.AcquisitionPoolSettings;
import io.github.connectapi.Timeouts;

/**
 * Limits of {@link ConnectSessions}. Start from {@link #defaults()} and change individual
 * settings with the {@code with} methods. Immutable.
 */
public final class ConnectSessionsSettings {

	private static final int MAX_USERS = 10_000_000;

	private static final int BACKOFFS_PER_USER = 4;

	private static final ConnectSessionsSettings DEFAULTS = new ConnectSessionsSettings(100_000, Duration.ofMinutes(30),
			0, AcquisitionPoolSettings.defaults());

	private final int maxUsers;

	private final Duration idleTimeout;

	/** 0 if it depends on the number of users. */
	private final int maxBackoffs;

	private final AcquisitionPoolSettings pool;

	private ConnectSessionsSettings(int maxUsers, Duration idleTimeout, int maxBackoffs, AcquisitionPoolSettings pool) {
		this.maxUsers = maxUsers;
		this.idleTimeout = idleTimeout;
		this.maxBackoffs = maxBackoffs;
		this.pool = pool;
	}

	/**
	 * Return the default settings: 100,000 users, whose sessions are evicted when they
	 * are idle for 30 minutes, four times as many back-offs, 16 concurrent acquisitions,
	 * 10,000 that wait, and 20 logins in a second.
	 * @return the default settings
	 */
	public static ConnectSessionsSettings defaults() {
		return DEFAULTS;
	}

	/**
	 * Return the maximum number of users with a session.
	 * @return the number
	 */
	public int maxUsers() {
		return this.maxUsers;
	}

	/**
	 * Return how long a session is kept after it was last read.
	 * @return the timeout
	 */
	public Duration idleTimeout() {
		return this.idleTimeout;
	}

	/**
	 * Return the maximum number of users that are remembered because of a failure or a
	 * report.
	 * @return the number; four times that of users if it was not set
	 */
	public int maxBackoffs() {
		return (this.maxBackoffs > 0) ? this.maxBackoffs : BACKOFFS_PER_USER * this.maxUsers;
	}

	/**
	 * Return how many acquisitions may exchange with the server at a time.
	 * @return the number
	 */
	public int maxConcurrentAcquisitions() {
		return this.pool.maxConcurrentAcquisitions();
	}

	/**
	 * Return how many acquisitions may wait for each of the two stages. Renewals are not
	 * counted.
	 * @return the number
	 */
	public int maxQueuedAcquisitions() {
		return this.pool.maxQueued();
	}

	/**
	 * Return how many logins may start in a second. Renewals are not limited.
	 * @return the number
	 */
	public int maxLoginsPerSecond() {
		return this.pool.maxLoginsPerSecond();
	}

	AcquisitionPoolSettings pool() {
		return this.pool;
	}

	/**
	 * Return a copy with the given number of users. If there are as many, a login evicts
	 * the one that was not read for the longest time, of a sample, if that is at least a
	 * minute. Otherwise it fails.
	 * @param maxUsers the maximum number of users with a session, from 1 to 10,000,000
	 * @return the copy
	 * @throws IllegalArgumentException if the number is out of range
	 */
	public ConnectSessionsSettings withMaxUsers(int maxUsers) {
		Assert.isTrue(maxUsers >= 1 && maxUsers <= MAX_USERS,
				"The maximum number of users must be between 1 and 10,000,000");
		return new ConnectSessionsSettings(maxUsers, this.idleTimeout, this.maxBackoffs, this.pool);
	}

	/**
	 * Return a copy with the given idle timeout.
	 * @param idleTimeout how long a session is kept after it was last read, a positive
	 * duration of at most one day
	 * @return the copy
	 * @throws IllegalArgumentException if the timeout is out of range
	 */
	public ConnectSessionsSettings withIdleTimeout(Duration idleTimeout) {
		Timeouts.requirePositive(idleTimeout, "idle timeout");
		return new ConnectSessionsSettings(this.maxUsers, idleTimeout, this.maxBackoffs, this.pool);
	}

	/**
	 * Return a copy with the given number of back-offs. Each uses at most 64 bytes. If
	 * there are as many, the one that ended first, or ends first, is forgotten.
	 * @param maxBackoffs the maximum number, from 1 to 40,000,000
	 * @return the copy
	 * @throws IllegalArgumentException if the number is out of range
	 */
	public ConnectSessionsSettings withMaxBackoffs(int maxBackoffs) {
		Assert.isTrue(maxBackoffs >= 1 && maxBackoffs <= BACKOFFS_PER_USER * MAX_USERS,
				"The maximum number of back-offs must be between 1 and 40,000,000");
		return new ConnectSessionsSettings(this.maxUsers, this.idleTimeout, maxBackoffs, this.pool);
	}

	/**
	 * Return a copy with the given number of concurrent acquisitions.
	 * @param maxConcurrentAcquisitions how many acquisitions may exchange with the server
	 * at a time, from 1 to 256
	 * @return the copy
	 * @throws IllegalArgumentException if the number is out of range
	 */
	public ConnectSessionsSettings withMaxConcurrentAcquisitions(int maxConcurrentAcquisitions) {
		return with(new AcquisitionPoolSettings(maxConcurrentAcquisitions, this.pool.maxQueued(),
				this.pool.maxLoginsPerSecond()));
	}

	/**
	 * Return a copy with the given number of waiting acquisitions. Further ones fail at
	 * once.
	 * @param maxQueuedAcquisitions how many acquisitions may wait for each stage, at
	 * least 1
	 * @return the copy
	 * @throws IllegalArgumentException if the number is out of range
	 */
	public ConnectSessionsSettings withMaxQueuedAcquisitions(int maxQueuedAcquisitions) {
		return with(new AcquisitionPoolSettings(this.pool.maxConcurrentAcquisitions(), maxQueuedAcquisitions,
				this.pool.maxLoginsPerSecond()));
	}

	/**
	 * Return a copy with the given rate of logins.
	 * @param maxLoginsPerSecond how many logins may start in a second, from 1 to 1000
	 * @return the copy
	 * @throws IllegalArgumentException if the number is out of range
	 */
	public ConnectSessionsSettings withMaxLoginsPerSecond(int maxLoginsPerSecond) {
		return with(new AcquisitionPoolSettings(this.pool.maxConcurrentAcquisitions(), this.pool.maxQueued(),
				maxLoginsPerSecond));
	}

	private ConnectSessionsSettings with(AcquisitionPoolSettings pool) {
		return new ConnectSessionsSettings(this.maxUsers, this.idleTimeout, this.maxBackoffs, pool);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ConnectSessionsSettings that && this.maxUsers == that.maxUsers
				&& this.idleTimeout.equals(that.idleTimeout) && this.maxBackoffs == that.maxBackoffs
				&& this.pool.equals(that.pool);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.maxUsers, this.idleTimeout, this.maxBackoffs, this.pool);
	}

	@Override
	public String toString() {
		return "ConnectSessionsSettings[maxUsers=%s, idleTimeout=%s, maxBackoffs=%s, maxConcurrentAcquisitions=%s, maxQueuedAcquisitions=%s, maxLoginsPerSecond=%s]"
			.formatted(this.maxUsers, this.idleTimeout, maxBackoffs(), this.pool.maxConcurrentAcquisitions(),
					this.pool.maxQueued(), this.pool.maxLoginsPerSecond());
	}

}
