package io.github.connectapi.autoconfigure.endpoint;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionSnapshot;
import io.github.connectapi.user.ConnectSessions;

/**
 * {@link Endpoint @Endpoint} to expose sessions and to perform actions on them, and on
 * the session of one user by his key. Users are not listed. Read operations send no
 * requests. Each action on a session is limited to one per minute. Contains no secret.
 * Thread-safe.
 */
@Endpoint(id = "gettyconnect")
public final class ConnectEndpoint {

	private static final int MAX_KEY_LENGTH = 1024;

	private final Map<String, ConnectSessionManager> managers;

	private final Map<String, ConnectSessions> users;

	private final ActionRateLimiter rateLimiter;

	/**
	 * Create an endpoint.
	 * @param managers the managers by name
	 * @param users the sessions of many users by name
	 * @param nanos a monotonic clock in nanoseconds, such as {@link System#nanoTime()}
	 */
	ConnectEndpoint(Map<String, ConnectSessionManager> managers, Map<String, ConnectSessions> users,
			LongSupplier nanos) {
		this.managers = Map.copyOf(managers);
		this.users = Map.copyOf(users);
		this.rateLimiter = new ActionRateLimiter(nanos);
	}

	/**
	 * Return all sessions.
	 * @return the state of each session by the name of its manager
	 */
	@ReadOperation
	public Map<String, ConnectSessionSnapshot> sessions() {
		Map<String, ConnectSessionSnapshot> sessions = new TreeMap<>();
		this.managers.forEach((name, manager) -> sessions.put(name, manager.snapshot()));
		return sessions;
	}

	/**
	 * Return a session.
	 * @param manager the name of its manager
	 * @return the state of the session; null, which is a 404 on the web, if there is no
	 * such manager
	 */
	@ReadOperation
	public @Nullable ConnectSessionSnapshot session(@Selector String manager) {
		ConnectSessionManager found = this.managers.get(manager);
		return (found != null) ? found.snapshot() : null;
	}

	/**
	 * Perform an action on a session.
	 * @param manager the name of its manager
	 * @param action the action
	 * @return the result: 200 if the action was performed; 409 if it would have no
	 * effect; 429 if it was performed within the last minute; 404 if there is no such
	 * manager
	 */
	@WriteOperation
	public WebEndpointResponse<ConnectActionResult> act(@Selector String manager, @Selector ConnectAction action) {
		ConnectSessionManager found = this.managers.get(manager);
		if (found == null) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		return act(manager, found, action);
	}

	private WebEndpointResponse<ConnectActionResult> act(String name, ConnectSessionManager found,
			ConnectAction action) {
		String conflictReason = conflictReason(found.snapshot(), action);
		if (conflictReason != null) {
			return response(found, false, conflictReason, 409);
		}
		if (!this.rateLimiter.allows(name, action)) {
			return response(found, false, "The action was already performed within the last minute", 429);
		}
		return perform(found, action) ? response(found, true, message(action), 200)
				: response(found, false, "The session is no longer valid", 409);
	}

	/**
	 * Return the session of one user. Sends nothing and creates nothing.
	 * @param manager the name of the sessions of many users
	 * @param key the key of the user
	 * @return the state of the session with a masked key; null, which is a 404 on the
	 * web, if nothing is known of the user
	 */
	@ReadOperation
	public @Nullable ConnectUserState user(@Selector String manager, @Selector String key) {
		ConnectSessions found = this.users.get(manager);
		return (found != null && !key.isBlank() && key.length() <= MAX_KEY_LENGTH)
				? found.snapshot(key).map((session) -> ConnectUserState.of(key, session)).orElse(null) : null;
	}

	/**
	 * Perform an action on the session of one user.
	 * @param manager the name of the sessions of many users
	 * @param key the key of the user
	 * @param action the action
	 * @return the result, as for the session of a manager; 404 if nothing is known of the
	 * user
	 */
	@WriteOperation
	public WebEndpointResponse<ConnectActionResult> actOnUser(@Selector String manager, @Selector String key,
			@Selector ConnectAction action) {
		ConnectSessions found = this.users.get(manager);
		if (found == null || user(manager, key) == null) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		return act(manager + ' ' + key, found.forUser(key), action);
	}

	/**
	 * Forget the session of one user. His failures are not forgotten.
	 * @param manager the name of the sessions of many users
	 * @param key the key of the user
	 * @return 204 if it was forgotten; 404 if nothing is known of the user
	 */
	@DeleteOperation
	public WebEndpointResponse<Void> forget(@Selector String manager, @Selector String key) {
		ConnectSessions found = this.users.get(manager);
		if (found == null || user(manager, key) == null) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		found.forget(key);
		return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT);
	}

	private static @Nullable String conflictReason(ConnectSessionSnapshot session, ConnectAction action) {
		return switch (action) {
			case RENEW -> {
				if (session.nextAttemptAt() != null) {
					yield "Acquisitions are backing off until %s; use reset to retry now"
						.formatted(session.nextAttemptAt());
				}
				yield session.acquiring() ? "An acquisition is running" : null;
			}
			case INVALIDATE -> {
				if (session.expiresAt() == null) {
					yield "There is no valid session";
				}
				yield (session.invalidationsIgnoredUntil() != null)
						? "Invalidations are ignored until %s; use reset to accept them now"
							.formatted(session.invalidationsIgnoredUntil())
						: null;
			}
			case RESET -> null;
		};
	}

	private static boolean perform(ConnectSessionManager manager, ConnectAction action) {
		switch (action) {
			case RENEW -> manager.renew();
			case RESET -> manager.reset();
			case INVALIDATE -> {
				try {
					return manager.invalidate(manager.getSession(Duration.ZERO));
				}
				catch (ConnectApiException ex) {
					return false;
				}
			}
		}
		return true;
	}

	private static String message(ConnectAction action) {
		return switch (action) {
			case RENEW -> "The renewal was started.";
			case INVALIDATE -> "The session was invalidated.";
			case RESET -> "The manager was reset.";
		};
	}

	private static WebEndpointResponse<ConnectActionResult> response(ConnectSessionManager manager, boolean performed,
			String message, int status) {
		return new WebEndpointResponse<>(new ConnectActionResult(performed, message, manager.snapshot()), status);
	}

}
