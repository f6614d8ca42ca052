package io.github.connectapi.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A Connect API inside this process, on the loopback address. It knows all documented
 * operations; sessions, SearchForImages and CreateDownloadRequest have results, those of
 * the others are empty. It is strict where the protocol is, shows faults when told to and
 * records what it receives. Thread-safe.
 * <p>
 * Operations are named as in the documents, {@code "CreateSession"} for example; a name
 * that it does not know is an {@link IllegalArgumentException}.
 */
public final class FakeConnectServer implements AutoCloseable {

	/** Stands for every operation where a fault is scripted. */
	public static final String ANY_OPERATION = FaultScript.ANY;

	private final FakeConnectServerBuilder settings;

	private final ServerClock ownClock = new ServerClock();

	private final Listeners listeners;

	private volatile Backend backend;

	FakeConnectServer(FakeConnectServerBuilder settings) {
		this.settings = settings;
		this.backend = newBackend();
		try {
			this.listeners = Listeners.open(settings, (baseUrl, method, path, headers, body) -> this.backend
				.handle(baseUrl, method, path, headers, body));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The fake Connect API cannot listen: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Starts a server with the defaults.
	 * @return the server, listening
	 * @throws UncheckedIOException when no port can be opened
	 */
	public static FakeConnectServer start() {
		return builder().start();
	}

	/**
	 * {@return settings for a server}
	 */
	public static FakeConnectServerBuilder builder() {
		return new FakeConnectServerBuilder();
	}

	/**
	 * {@return the address for plain http, without {@code /v1}}
	 */
	public String baseUrl() {
		return this.listeners.http().baseUrl();
	}

	/**
	 * {@return the address for https, without {@code /v1}}
	 * @throws IllegalStateException when https is off
	 */
	public String secureBaseUrl() {
		return this.listeners.https().baseUrl();
	}

	/**
	 * {@return the authority to trust for https, in PEM form}
	 * @throws IllegalStateException when https is off
	 */
	public String certificateAuthority() {
		return this.listeners.certificateAuthority();
	}

	/**
	 * {@return the properties {@code getty.connect.base-url}, {@code .system-id},
	 * {@code .system-password}, {@code .user-name} and {@code .user-password} with the
	 * values this server was started with and its plain http address}
	 */
	public Map<String, String> properties() {
		String prefix = "getty.connect.";
		return Map.of(prefix + "base-url", baseUrl(), prefix + "system-id", this.settings.systemId,
				prefix + "system-password", this.settings.systemPassword, prefix + "user-name", this.settings.userName,
				prefix + "user-password", this.settings.userPassword);
	}

	/**
	 * {@return the accounts that may log in}
	 */
	public Accounts accounts() {
		return this.backend.accounts;
	}

	/**
	 * Revokes a token and with it the other token of its session.
	 * @param token a token that this server issued
	 */
	public void revoke(String token) {
		this.backend.tokens.revoke(token);
	}

	/** Revokes every token that was issued until now. */
	public void revokeAll() {
		this.backend.tokens.revokeAll();
	}

	/**
	 * Says whether a token would be accepted now.
	 * @param token any text
	 * @return whether this server issued it and it is neither expired nor revoked
	 */
	public boolean accepts(String token) {
		return this.backend.tokens.valid(token);
	}

	/**
	 * {@return the paths of the operations it knows}
	 */
	public List<String> operationPaths() {
		return this.backend.operationPaths();
	}

	/**
	 * {@return how many downloads were used up}
	 */
	public int downloadsUsed() {
		return this.backend.downloads.used();
	}

	/**
	 * Scripts faults that happen once each, in this order, before any that happens
	 * always.
	 * @param operation the name of the operation or {@link #ANY_OPERATION}
	 * @param faults the faults
	 */
	public void enqueue(String operation, Fault... faults) {
		this.backend.faults.enqueue(this.backend.knownOrAny(operation), List.of(faults));
	}

	/**
	 * Scripts a fault that happens whenever no other is queued, until
	 * {@link #clearFaults()}.
	 * @param operation the name of the operation or {@link #ANY_OPERATION}
	 * @param fault the fault
	 */
	public void always(String operation, Fault fault) {
		this.backend.faults.always(this.backend.knownOrAny(operation), fault);
	}

	/** Forgets all faults and {@linkplain #unblock() unblocks} the requests that wait. */
	public void clearFaults() {
		this.backend.faults.clear();
		unblock();
	}

	/** Answers delayed and held requests now, closes the connections of hanging ones. */
	public void unblock() {
		this.listeners.waiting().release();
	}

	/**
	 * {@return all requests received, also those that are no operation}
	 */
	public List<ReceivedRequest> requests() {
		return this.backend.requests.matching((request) -> true);
	}

	/**
	 * Answers the requests received for one operation, also those without an answer yet.
	 * @param operation the name of the operation
	 * @return the requests in order of arrival
	 */
	public List<ReceivedRequest> requests(String operation) {
		return this.backend.requests.matching(ReceivedRequest.of(this.backend.known(operation)));
	}

	/**
	 * Counts the requests received for one operation.
	 * @param operation the name of the operation
	 * @return how many
	 */
	public int count(String operation) {
		return requests(operation).size();
	}

	/** Forgets the requests received. */
	public void clearRequests() {
		this.backend.requests.clear();
	}

	/**
	 * Waits until so many requests were received for one operation.
	 * @param operation the name of the operation
	 * @param count how many
	 * @param timeout real time to wait at most
	 * @return the requests in order of arrival
	 * @throws InterruptedException when interrupted
	 * @throws AssertionError when the time is up, listing what was received
	 */
	public List<ReceivedRequest> awaitRequests(String operation, int count, Duration timeout)
			throws InterruptedException {
		return this.backend.requests.await(this.backend.known(operation), count, timeout);
	}

	/**
	 * Moves the server's own clock ahead, so that tokens expire.
	 * @param duration how far
	 * @throws IllegalStateException when the server was given a clock
	 */
	public void advanceClock(Duration duration) {
		if (this.settings.clock != null) {
			throw new IllegalStateException("The server was given a clock: advance that one");
		}
		this.ownClock.advance(duration);
	}

	/** Forgets everything since the start, the own clock too. The addresses stay. */
	public void reset() {
		this.ownClock.reset();
		this.backend = newBackend();
		this.listeners.waiting().release();
	}

	/** Closes the ports. Requests that wait are cut off; never hangs. */
	@Override
	public void close() {
		this.listeners.close();
	}

	@Override
	public String toString() {
		return "FakeConnectServer[" + baseUrl() + "]";
	}

	private Backend newBackend() {
		InstantSource clock = Objects.requireNonNullElse(this.settings.clock, this.ownClock);
		return new Backend(this.settings, clock);
	}

}
