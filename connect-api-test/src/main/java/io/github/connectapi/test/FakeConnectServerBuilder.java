package io.github.connectapi.test;

import java.time.Duration;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

/**
 * Settings of a {@link FakeConnectServer}, each with a default. Not thread-safe.
 */
public final class FakeConnectServerBuilder {

	/** The system id unless the builder says otherwise. */
	public static final String SYSTEM_ID = "fake-system";

	/** The system password unless the builder says otherwise. */
	public static final String SYSTEM_PASSWORD = "fake-system-password";

	/** The user name unless the builder says otherwise. */
	public static final String USER_NAME = "fake-user";

	/** The user password unless the builder says otherwise. */
	public static final String USER_PASSWORD = "fake-user-password";

	/** The account id unless the builder says otherwise. */
	public static final String ACCOUNT_ID = "1000001";

	int port;

	int httpsPort;

	boolean https = true;

	ServerCertificate certificate = ServerCertificate.VALID;

	boolean requireHttps;

	@Nullable InstantSource clock;

	int tokenLifetimeMinutes = 30;

	boolean durationAsString;

	int lockAccountAfter;

	Renewal renewal = Renewal.NEW_PAIR_OLD_VALID;

	String systemId = SYSTEM_ID;

	String systemPassword = SYSTEM_PASSWORD;

	String userName = USER_NAME;

	String userPassword = USER_PASSWORD;

	@Nullable String accountId = ACCOUNT_ID;

	FakeConnectServerBuilder() {
	}

	/**
	 * Sets the port of plain http on the loopback address.
	 * @param port the port, or 0 for a free one, which is the default
	 * @return this builder
	 */
	public FakeConnectServerBuilder port(int port) {
		this.port = checkedPort(port);
		return this;
	}

	/**
	 * Sets the port of https on the loopback address.
	 * @param port the port, or 0 for a free one, which is the default
	 * @return this builder
	 */
	public FakeConnectServerBuilder httpsPort(int port) {
		this.httpsPort = checkedPort(port);
		return this;
	}

	/**
	 * Switches https on or off. It is on by default.
	 * @param https whether to listen for https
	 * @return this builder
	 */
	public FakeConnectServerBuilder https(boolean https) {
		this.https = https;
		return this;
	}

	/**
	 * Sets what certificate https shows, for tests of what a client must not accept.
	 * @param certificate the kind of certificate
	 * @return this builder
	 */
	public FakeConnectServerBuilder certificate(ServerCertificate certificate) {
		this.certificate = certificate;
		return this;
	}

	/**
	 * Makes plain http refuse what is documented for https only: AUTH-014 for a secure
	 * token, AUTH-002 otherwise. Off by default.
	 * @param requireHttps whether to refuse
	 * @return this builder
	 */
	public FakeConnectServerBuilder requireHttps(boolean requireHttps) {
		this.requireHttps = requireHttps;
		return this;
	}

	/**
	 * Sets the clock by which tokens expire. By default the server follows the system
	 * clock and {@link FakeConnectServer#advanceClock(Duration)} can move it ahead.
	 * @param clock the clock, read from several threads
	 * @return this builder
	 */
	public FakeConnectServerBuilder clock(InstantSource clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Sets how long tokens are valid. The default is 30, as documented.
	 * @param minutes at least 1
	 * @return this builder
	 */
	public FakeConnectServerBuilder tokenLifetimeMinutes(int minutes) {
		if (minutes < 1) {
			throw new IllegalArgumentException("The lifetime must be at least 1 minute, not " + minutes);
		}
		this.tokenLifetimeMinutes = minutes;
		return this;
	}

	/**
	 * Writes TokenDurationMinutes as a string, as the field table of the documents has
	 * it, instead of a number.
	 * @param durationAsString whether to write a string
	 * @return this builder
	 */
	public FakeConnectServerBuilder durationAsString(boolean durationAsString) {
		this.durationAsString = durationAsString;
		return this;
	}

	/**
	 * Locks an account after some logins with a wrong password. Off by default.
	 * @param failedLogins how many, or 0 for never
	 * @return this builder
	 */
	public FakeConnectServerBuilder lockAccountAfter(int failedLogins) {
		this.lockAccountAfter = failedLogins;
		return this;
	}

	/**
	 * Sets what RenewSession does to the pair of tokens. The default is
	 * {@link Renewal#NEW_PAIR_OLD_VALID}.
	 * @param renewal what to do
	 * @return this builder
	 */
	public FakeConnectServerBuilder renewal(Renewal renewal) {
		this.renewal = renewal;
		return this;
	}

	/**
	 * Sets the credentials of the system, instead of the fake constants.
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
	 * Sets the account that exists from the start, instead of the fake constants.
	 * @param userName the user name
	 * @param password the user password
	 * @param accountId the account id, or {@code null} to answer none
	 * @return this builder
	 */
	public FakeConnectServerBuilder user(String userName, String password, @Nullable String accountId) {
		this.userName = userName;
		this.userPassword = password;
		this.accountId = accountId;
		return this;
	}

	/**
	 * Starts a server with these settings. The builder must not be changed afterwards.
	 * @return the server, listening
	 * @throws java.io.UncheckedIOException when a port cannot be opened
	 */
	public FakeConnectServer start() {
		return new FakeConnectServer(this);
	}

	private static int checkedPort(int port) {
		if (port < 0 || port > 65535) {
			throw new IllegalArgumentException("The port must be 0 to 65535, not " + port);
		}
		return port;
	}

}
