package io.github.connectapi.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.connectapi.test.server.Certificates;
import io.github.connectapi.test.server.CorsHandler;
import io.github.connectapi.test.server.HttpListeners;
import io.github.connectapi.test.server.RequestHandler;
import org.jspecify.annotations.Nullable;

/**
 * A fake Connect API that runs in this process, on the loopback address. It supports all
 * documented operations, the token endpoint of OAuth 2, and four operations of REST API
 * v3. They return content of a catalog that is invented and always the same, and remember
 * what was bought, reported and collected. The server enforces the protocol, simulates
 * {@linkplain Fault faults} and records the requests it receives. Thread-safe.
 * <p>
 * Operations have the names of the API documentation, such as {@code "CreateSession"}.
 * Those of REST API v3 are {@code "SearchImagesCreative"},
 * {@code "SearchImagesEditorial"}, {@code "GetImage"} and {@code "DownloadImage"}.
 * Methods that take such a name throw an {@link IllegalArgumentException} if there is no
 * such operation.
 */
public final class FakeConnectServer implements AutoCloseable {

	/** The operation name that scripts a fault for all operations. */
	public static final String ANY_OPERATION = FaultScript.ANY;

	/**
	 * The operation name for downloads of licensed files, which are no operation: for GET
	 * requests of the addresses that CreateDownloadRequest, SingleStepDownload and
	 * DownloadImage return. Thumbnails and previews are not included, and
	 * {@link #ANY_OPERATION} does not include it.
	 */
	public static final String FILE_DOWNLOAD = FileTarget.DOWNLOAD;

	/**
	 * The operation name for token requests of OAuth 2, which are no operation: for POST
	 * requests of {@code /oauth2/token}. {@link #ANY_OPERATION} does not include it.
	 */
	public static final String TOKEN_REQUEST = TokenTarget.TOKEN_REQUEST;

	private final FakeConnectServerBuilder settings;

	private final ServerClock ownClock = new ServerClock();

	private final HttpListeners listeners;

	private volatile Backend backend;

	FakeConnectServer(FakeConnectServerBuilder settings) {
		this.settings = settings;
		this.backend = newBackend();
		@Nullable Certificates certificates = settings.https ? settings.certificate.generate() : null;
		RequestHandler handler = (request) -> this.backend.handle(request);
		try {
			this.listeners = HttpListeners.open(settings.port, settings.httpsPort, certificates,
					settings.cors ? new CorsHandler(handler) : handler);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Failed to start the fake Connect API: %s".formatted(ex.getMessage()), ex);
		}
	}

	/**
	 * Start a server with the default settings.
	 * @return the running server
	 * @throws UncheckedIOException if a port cannot be opened
	 */
	public static FakeConnectServer start() {
		return builder().start();
	}

	/**
	 * Return a builder with the default settings.
	 * @return the builder
	 */
	public static FakeConnectServerBuilder builder() {
		return new FakeConnectServerBuilder();
	}

	/**
	 * Return the base URL for plain http, without {@code /v1} or {@code /v3}.
	 * @return the base URL
	 */
	public String baseUrl() {
		return this.listeners.baseUrl();
	}

	/**
	 * Return the base URL for https, without {@code /v1} or {@code /v3}.
	 * @return the base URL
	 * @throws IllegalStateException if https is disabled
	 */
	public String secureBaseUrl() {
		return this.listeners.secureBaseUrl();
	}

	/**
	 * Return the token URI of OAuth 2 for plain http.
	 * @return the token URI
	 */
	public String tokenUri() {
		return baseUrl() + "/oauth2/token";
	}

	/**
	 * Return the certificate authority that a client must trust for https.
	 * @return the certificate in PEM format
	 * @throws IllegalStateException if https is disabled
	 */
	public String certificateAuthority() {
		return this.listeners.certificateAuthority();
	}

	/**
	 * Return the properties that connect an application to this server:
	 * {@code getty.connect.base-url}, {@code .system-id}, {@code .system-password},
	 * {@code .user-name} and {@code .user-password}. The base URL is the one for plain
	 * http and the credentials are those that the server was started with.
	 * @return the properties
	 */
	public Map<String, String> properties() {
		return Map.of("getty.connect.base-url", baseUrl(), "getty.connect.system-id", this.settings.systemId,
				"getty.connect.system-password", this.settings.systemPassword, "getty.connect.user-name",
				this.settings.userName, "getty.connect.user-password", this.settings.userPassword);
	}

	/**
	 * Return the properties that connect an application to this server by OAuth 2:
	 * {@code getty.connect.session.type}, {@code .base-url}, {@code .oauth2.token-uri},
	 * {@code .rest.base-url}, {@code .api-key}, {@code .api-secret}, {@code .user-name}
	 * and {@code .user-password}. Without the last two the session is that of an
	 * application. The addresses are those for plain http and the credentials are those
	 * that the server was started with.
	 * @return the properties
	 */
	public Map<String, String> oauth2Properties() {
		return Map.of("getty.connect.session.type", "oauth2", "getty.connect.base-url", baseUrl(),
				"getty.connect.oauth2.token-uri", tokenUri(), "getty.connect.rest.base-url", baseUrl(),
				"getty.connect.api-key", this.settings.apiKey, "getty.connect.api-secret", this.settings.apiSecret,
				"getty.connect.user-name", this.settings.userName, "getty.connect.user-password",
				this.settings.userPassword);
	}

	/**
	 * Return the accounts that can log in.
	 * @return the accounts
	 */
	public Accounts accounts() {
		return this.backend.accounts;
	}

	/**
	 * Revoke a token and the other token of the same session.
	 * @param token a token that this server issued
	 * @throws IllegalArgumentException if the server did not issue the token
	 */
	public void revoke(String token) {
		this.backend.tokens.revoke(token);
	}

	/**
	 * Revoke all tokens that were issued so far.
	 */
	public void revokeAll() {
		this.backend.tokens.revokeAll();
	}

	/**
	 * Revoke all refresh tokens that were issued so far.
	 */
	public void revokeRefreshTokens() {
		this.backend.tokenEndpoint.revokeRefreshTokens();
	}

	/**
	 * Return whether the server accepts a token now.
	 * @param token any string
	 * @return {@code true} if the server issued the token and it is neither expired nor
	 * revoked
	 */
	public boolean accepts(String token) {
		return this.backend.tokens.isValid(token);
	}

	/**
	 * Return the paths of all supported operations of Connect that have an envelope.
	 * @return the paths
	 */
	public List<String> operationPaths() {
		return this.backend.operations.paths();
	}

	/**
	 * Return the number of downloads that were counted against the quota.
	 * @return the number
	 */
	public int downloadsUsed() {
		return this.backend.downloads.downloadsUsed();
	}

	/**
	 * Return the number of downloads that were accepted: those that were counted against
	 * the quota, and those that were free because they had been downloaded before.
	 * @return the number
	 */
	public int downloadsAccepted() {
		return this.backend.downloads.downloadsAccepted();
	}

	/**
	 * Issue a download token for the largest size of an image, as
	 * GetLargestImageDownloadAuthorizations does for the account that the server was
	 * started with. For tests of CreateDownloadRequest alone.
	 * @param imageId the id of an image of the catalog
	 * @return the token
	 * @throws IllegalArgumentException if there is no such image, if it was withdrawn or
	 * cannot be licensed, or if no product offering of the account authorizes its
	 * download
	 */
	public String issueDownloadToken(String imageId) {
		return this.backend.downloads.issueToken(this.settings.userName, imageId)
			.orElseThrow(() -> new IllegalArgumentException(
					"No download of image '%s' can be authorized for this account".formatted(imageId)));
	}

	/**
	 * Let an image or video disappear, for example between a search and its download: it
	 * is not found and not authorized anymore, and its download is Unavailable. Files of
	 * earlier downloads remain available.
	 * @param assetId the id of an image or video of the catalog
	 * @throws IllegalArgumentException if there is no such image or video
	 */
	public void withdraw(String assetId) {
		this.backend.downloads.withdrawals().withdraw(assetId);
	}

	/**
	 * Expire all download tokens that were issued so far.
	 */
	public void expireDownloadTokens() {
		this.backend.downloads.tokens().expireAll();
	}

	/**
	 * Add faults that occur once each, in this order. They take precedence over a fault
	 * that occurs {@linkplain #always always}.
	 * @param operation the name of the operation, or {@link #ANY_OPERATION}
	 * @param faults the faults
	 */
	public void enqueue(String operation, Fault... faults) {
		this.backend.faults.enqueue(this.backend.checkNameOrAny(operation), List.of(faults));
	}

	/**
	 * Set the fault that occurs for each request without an {@linkplain #enqueue
	 * enqueued} fault, until {@link #clearFaults()}.
	 * @param operation the name of the operation, or {@link #ANY_OPERATION}
	 * @param fault the fault
	 */
	public void always(String operation, Fault fault) {
		this.backend.faults.always(this.backend.checkNameOrAny(operation), fault);
	}

	/**
	 * Remove all faults and {@linkplain #unblock() unblock} pending requests.
	 */
	public void clearFaults() {
		this.backend.faults.clear();
		unblock();
	}

	/**
	 * Send blocked and delayed responses now, and close the connections of hanging
	 * requests.
	 */
	public void unblock() {
		this.listeners.releaseResponses();
	}

	/**
	 * Return the received requests, including those for unknown paths: the last 10,000,
	 * or fewer if their bodies are long. Requests over 10 MB get the status 413 and are
	 * not recorded.
	 * @return the requests in order of arrival
	 */
	public List<ReceivedRequest> requests() {
		return this.backend.requests.all();
	}

	/**
	 * Return the received requests for one operation, including those whose response is
	 * still pending.
	 * @param operation the name of the operation
	 * @return the requests in order of arrival
	 */
	public List<ReceivedRequest> requests(String operation) {
		return this.backend.requests.forOperation(this.backend.checkName(operation));
	}

	/**
	 * Return the number of received requests for one operation.
	 * @param operation the name of the operation
	 * @return the number
	 */
	public int count(String operation) {
		return requests(operation).size();
	}

	/**
	 * Remove all received requests.
	 */
	public void clearRequests() {
		this.backend.requests.clear();
	}

	/**
	 * Wait until a number of requests for one operation was received.
	 * @param operation the name of the operation
	 * @param count the number of requests
	 * @param timeout the maximum time to wait, in real time
	 * @return the requests in order of arrival
	 * @throws InterruptedException if interrupted while waiting
	 * @throws AssertionError if the timeout elapses; the message lists the received
	 * requests
	 */
	public List<ReceivedRequest> awaitRequests(String operation, int count, Duration timeout)
			throws InterruptedException {
		return this.backend.requests.await(this.backend.checkName(operation), count, timeout);
	}

	/**
	 * Advance the clock of the server, so that tokens expire.
	 * @param duration the duration
	 * @throws IllegalStateException if the builder
	 * {@linkplain FakeConnectServerBuilder#clock set a clock}
	 */
	public void advanceClock(Duration duration) {
		if (this.settings.clock != null) {
			throw new IllegalStateException("The server uses the clock set in its builder: advance that clock instead");
		}
		this.ownClock.advance(duration);
	}

	/**
	 * Restore the state after startup: faults, requests, accounts, tokens, downloads and
	 * the server's own clock. The base URLs remain the same.
	 */
	public void reset() {
		this.ownClock.reset();
		this.backend = newBackend();
		this.listeners.releaseResponses();
	}

	/**
	 * Close the ports and the connections of pending requests. This method does not wait
	 * for them.
	 */
	@Override
	public void close() {
		this.listeners.close();
	}

	@Override
	public String toString() {
		return "FakeConnectServer[%s]".formatted(baseUrl());
	}

	private Backend newBackend() {
		InstantSource clock = Objects.requireNonNullElse(this.settings.clock, this.ownClock);
		return new Backend(this.settings, clock, this::baseUrl);
	}

}
