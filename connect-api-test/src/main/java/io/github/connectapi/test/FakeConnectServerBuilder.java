package io.github.connectapi.test;

import java.time.Duration;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

/**
 * Builder for a {@link FakeConnectServer}. Each setting has a default. Not thread-safe.
 */
public final class FakeConnectServerBuilder {

	/** The default system id. */
	public static final String SYSTEM_ID = "fake-system";

	/** The default system password. */
	public static final String SYSTEM_PASSWORD = "fake-system-password";

	/** The default user name. */
	public static final String USER_NAME = "fake-user";

	/** The default user password. */
	public static final String USER_PASSWORD = "fake-user-password";

	/** The default account id. */
	public static final String ACCOUNT_ID = "1000001";

	/** The default API key of OAuth 2. */
	public static final String API_KEY = "fake-key";

	/** The default API secret of OAuth 2. */
	public static final String API_SECRET = "fake-secret";

	int port;

	int httpsPort;

	boolean https = true;

	ServerCertificate certificate = ServerCertificate.VALID;

	boolean requireHttps;

	boolean cors;

	@Nullable InstantSource clock;

	int tokenLifetimeMinutes = 30;

	boolean durationAsString;

	int lockAccountAfter;

	Renewal renewal = Renewal.NEW_PAIR_OLD_VALID;

	boolean emptyPagesAsErrors;

	String systemId = SYSTEM_ID;

	String systemPassword = SYSTEM_PASSWORD;

	String apiKey = API_KEY;

	String apiSecret = API_SECRET;

	String userName = USER_NAME;

	String userPassword = USER_PASSWORD;

	@Nullable String accountId = ACCOUNT_ID;

	FakeConnectServerBuilder() {
	}

	/**
	 * Set the port for plain http. The default is 0.
	 * @param port the port, or 0 for a free one
	 * @return this builder
	 */
	public FakeConnectServerBuilder port(int port) {
		this.port = checkPort(port);
		return this;
	}

	/**
	 * Set the port for https. The default is 0.
	 * @param port the port, or 0 for a free one
	 * @return this builder
	 */
	public FakeConnectServerBuilder httpsPort(int port) {
		this.httpsPort = checkPort(port);
		return this;
	}

	/**
	 * Set whether https is enabled. The default is {@code true}.
	 * @param https whether to open a port for https
	 * @return this builder
	 */
	public FakeConnectServerBuilder https(boolean https) {
		this.https = https;
		return this;
	}

	/**
	 * Set the certificate for https, to test that a client rejects an invalid one. The
	 * default is {@link ServerCertificate#VALID}.
	 * @param certificate the certificate
	 * @return this builder
	 */
	public FakeConnectServerBuilder certificate(ServerCertificate certificate) {
		this.certificate = certificate;
		return this;
	}

	/**
	 * Set whether to reject requests over plain http that are documented for https only:
	 * with AUTH-014 if they contain a secure token, with AUTH-002 otherwise. The default
	 * is {@code false}.
	 * @param requireHttps whether to reject such requests
	 * @return this builder
	 */
	public FakeConnectServerBuilder requireHttps(boolean requireHttps) {
		this.requireHttps = requireHttps;
		return this;
	}

	/**
	 * Set whether pages of any origin may use the server from a browser (CORS). If so, it
	 * responds to preflight requests, which are not recorded and have no faults. The
	 * default is {@code false}.
	 * @param cors whether to permit cross-origin requests
	 * @return this builder
	 */
	public FakeConnectServerBuilder cors(boolean cors) {
		this.cors = cors;
		return this;
	}

	/**
	 * Set the clock that determines when tokens expire. The default is the system clock
	 * with an offset that {@link FakeConnectServer#advanceClock(Duration)} increases.
	 * @param clock the clock, which must be thread-safe
	 * @return this builder
	 */
	public FakeConnectServerBuilder clock(InstantSource clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Set the lifetime of tokens. The default is 30 minutes, as in the API documentation.
	 * @param minutes the lifetime in minutes, at least 1
	 * @return this builder
	 */
	public FakeConnectServerBuilder tokenLifetimeMinutes(int minutes) {
		if (minutes < 1) {
			throw new IllegalArgumentException(
					"The token lifetime must be at least 1 minute, not %s".formatted(minutes));
		}
		this.tokenLifetimeMinutes = minutes;
		return this;
	}

	/**
	 * Set whether TokenDurationMinutes is a JSON string, as in the field table of the API
	 * documentation, or a number. The default is {@code false}.
	 * @param durationAsString whether to return a string
	 * @return this builder
	 */
	public FakeConnectServerBuilder durationAsString(boolean durationAsString) {
		this.durationAsString = durationAsString;
		return this;
	}

	/**
	 * Set the number of failed logins that lock an account. The default is 0.
	 * @param failedLogins the number of failed logins, or 0 for never
	 * @return this builder
	 */
	public FakeConnectServerBuilder lockAccountAfter(int failedLogins) {
		this.lockAccountAfter = failedLogins;
		return this;
	}

	/**
	 * Set the effect of RenewSession on the tokens of a session. The default is
	 * {@link Renewal#NEW_PAIR_OLD_VALID}.
	 * @param renewal the effect
	 * @return this builder
	 */
	public FakeConnectServerBuilder renewal(Renewal renewal) {
		this.renewal = renewal;
		return this;
	}

	/**
	 * Set whether a search that finds nothing, or a page after the last one, is an error
	 * with the code NoImages, NoVideos or StartPastTotal. If not, it is an empty result
	 * with a warning of the same code. The API documentation does not say which. The
	 * default is {@code false}.
	 * @param emptyPagesAsErrors whether to return errors
	 * @return this builder
	 */
	public FakeConnectServerBuilder emptyPagesAsErrors(boolean emptyPagesAsErrors) {
		this.emptyPagesAsErrors = emptyPagesAsErrors;
		return this;
	}

	/**
	 * Set the system credentials. The defaults are {@link #SYSTEM_ID} and
	 * {@link #SYSTEM_PASSWORD}.
	 * @param id the system id
	 * @param password the system password
	 * @return this builder
	 */
	public FakeConnectServerBuilder system(String id, String password) {
		this.systemId = id;
		this.systemPassword = password;
		return this;
	}

	/**
	 * Set the API key of OAuth 2. The defaults are {@link #API_KEY} and
	 * {@link #API_SECRET}.
	 * @param key the API key
	 * @param secret the API secret
	 * @return this builder
	 */
	public FakeConnectServerBuilder apiKey(String key, String secret) {
		this.apiKey = key;
		this.apiSecret = secret;
		return this;
	}

	/**
	 * Set the initial account. The defaults are {@link #USER_NAME},
	 * {@link #USER_PASSWORD} and {@link #ACCOUNT_ID}.
	 * @param userName the user name
	 * @param password the user password
	 * @param accountId the account id, or {@code null} for responses without one
	 * @return this builder
	 */
	public FakeConnectServerBuilder user(String userName, String password, @Nullable String accountId) {
		this.userName = userName;
		this.userPassword = password;
		this.accountId = accountId;
		return this;
	}

	/**
	 * Start a server with these settings. The builder must not be changed afterwards.
	 * @return the running server
	 * @throws java.io.UncheckedIOException if a port cannot be opened
	 */
	public FakeConnectServer start() {
		return new FakeConnectServer(this);
	}

	private static int checkPort(int port) {
		if (port < 0 || port > 65535) {
			throw new IllegalArgumentException("The port must be between 0 and 65535, not %s".formatted(port));
		}
		return port;
	}

}
