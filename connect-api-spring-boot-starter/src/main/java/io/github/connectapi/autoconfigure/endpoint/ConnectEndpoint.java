package io.github.connectapi.autoconfigure.endpoint;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * The actuator endpoint {@code gettyconnect}: shows each session, and lets a person act
 * on one. Reading sends nothing; each action on a session is done at most once a minute.
 * Contains no secret. Thread-safe.
 */
@Endpoint(id = "gettyconnect")
public final class ConnectEndpoint {

	private final Map<String, ConnectSessionManager> managers;

	private final ActionRateLimiter limit;

	/**
	 * Makes an endpoint.
	 * @param managers the managers by name
	 * @param nanos a monotonic clock in nanoseconds, as {@link System#nanoTime()}
	 */
	public ConnectEndpoint(Map<String, ConnectSessionManager> managers, LongSupplier nanos) {
		this.managers = Map.copyOf(managers);
		this.limit = new ActionRateLimiter(nanos);
	}

	/**
	 * All sessions.
	 * @return one for each manager, under its name
	 */
	@ReadOperation
	public Map<String, SessionDescriptor> sessions() {
		Map<String, SessionDescriptor> sessions = new LinkedHashMap<>();
		this.managers.keySet().stream().sorted().forEach((name) -> sessions.put(name, session(name)));
		return sessions;
	}

	/**
	 * One session.
	 * @param manager the name of its manager
	 * @return the session; null, which is 404 on the web, if there is no such manager
	 */
	@ReadOperation
	public @Nullable SessionDescriptor session(@Selector String manager) {
		ConnectSessionManager known = this.managers.get(manager);
		return (known != null) ? SessionDescriptor.of(known.snapshot()) : null;
	}

	/**
	 * Acts on a session.
	 * @param manager the name of its manager
	 * @param action what to do
	 * @return what came of it: 200 if it was done; 409 if it would have had no effect;
	 * 429 if it was done within the last minute; 404 if there is no such manager
	 */
	@WriteOperation
	public WebEndpointResponse<ActionDescriptor> act(@Selector String manager, @Selector ConnectAction action) {
		ConnectSessionManager known = this.managers.get(manager);
		if (known == null) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		String conflictReason = conflictReason(known, action);
		if (conflictReason != null) {
			return response(known, false, conflictReason, 409);
		}
		if (!this.limit.allows(manager, action)) {
			return response(known, false, "Done already within the last minute", 429);
		}
		return act(known, action) ? response(known, true, "Done; a login or a renewal may be running now", 200)
				: response(known, false, "The session is not valid any more", 409);
	}

	private static @Nullable String conflictReason(ConnectSessionManager manager, ConnectAction action) {
		SessionDescriptor session = SessionDescriptor.of(manager.snapshot());
		return switch (action) {
			case RENEW -> {
				if (session.nextAttemptAt() != null) {
					yield "Attempts are held back until " + session.nextAttemptAt() + "; reset ends that";
				}
				yield session.acquiring() ? "An acquisition is running" : null;
			}
			case INVALIDATE -> {
				if (session.expiresAt() == null) {
					yield "There is no valid session";
				}
				yield (session.invalidationsIgnoredUntil() != null)
						? "Reports are ignored until " + session.invalidationsIgnoredUntil() + "; reset ends that"
						: null;
			}
			case RESET -> null;
		};
	}

	private static boolean act(ConnectSessionManager manager, ConnectAction action) {
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

	private static WebEndpointResponse<ActionDescriptor> response(ConnectSessionManager manager, boolean done,
			String message, int status) {
		return new WebEndpointResponse<>(new ActionDescriptor(done, message, SessionDescriptor.of(manager.snapshot())),
				status);
	}

}
