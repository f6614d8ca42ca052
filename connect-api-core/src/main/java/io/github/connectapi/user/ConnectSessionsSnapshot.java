package io.github.connectapi.user;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * State of the sessions of all users at a point in time. Contains neither a key nor a
 * secret. Only the library creates instances; components may be added.
 *
 * @param at the timestamp of this snapshot
 * @param users the number of users with a state in memory
 * @param valid the number of those with a valid session
 * @param failed the number of those without a session whose last acquisition failed
 * @param acquiring the number of those whose acquisition waits or runs
 * @param queuedAcquisitions the number of stages of acquisitions that wait for a thread
 * @param abandonedAcquisitions the number of threads that still run after the deadline of
 * their acquisition
 * @param evictions the number of evicted sessions so far
 * @param backoffs the number of users that are remembered because of a failure or a
 * report, whether they have a state in memory or not
 * @param rejectedSystems the number of system ids that back off
 * @param outage whether all users back off, because no connection can be opened or the
 * server fails for several users
 * @param sharing how the sessions are shared with other instances; null if they are not
 * shared
 */
public record ConnectSessionsSnapshot(Instant at, int users, int valid, int failed, int acquiring,
		int queuedAcquisitions, int abandonedAcquisitions, long evictions, int backoffs, int rejectedSystems,
		boolean outage, @Nullable Sharing sharing) {

	/**
	 * How the sessions of users are shared with other instances. Only the library creates
	 * instances; components may be added.
	 *
	 * @param ownSessions the number of users for whom this instance uses a session of its
	 * own instead of the shared one
	 * @param storeAvailable whether the last operation of the store succeeded; true
	 * before the first one
	 */
	public record Sharing(int ownSessions, boolean storeAvailable) {
	}

}
