package io.github.connectapi;

import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Credentials for creating a session: {@code SystemId}, {@code SystemPassword} and,
 * unless it is an application session, {@code UserName} and {@code UserPassword}. Those
 * of OAuth 2 have an API key and an API secret instead of the first two. Immutable and
 * thread-safe. {@link #toString()} shows none of them.
 */
public final class ConnectCredentials {

	private final String systemId;

	private final Secret systemPassword;

	private final @Nullable String userName;

	private final @Nullable Secret userPassword;

	private final boolean oauth2;

	private ConnectCredentials(String systemId, String systemPassword, @Nullable String userName,
			@Nullable Secret userPassword, boolean oauth2) {
		this.oauth2 = oauth2;
		this.systemId = systemId;
		this.systemPassword = Secret.of(systemPassword);
		this.userName = userName;
		this.userPassword = userPassword;
	}

	/**
	 * Create credentials of a system and of the user on whose behalf it acts, for
	 * CreateSession.
	 * @param systemId the participant system id assigned by Getty Images
	 * @param systemPassword the password of that system
	 * @param userName the name of a GettyImages.com user
	 * @param userPassword the password of that user
	 * @return the credentials
	 * @throws IllegalArgumentException if a value is blank
	 */
	public static ConnectCredentials of(String systemId, String systemPassword, String userName, String userPassword) {
		Assert.hasText(userName, "The user name must not be blank");
		return ofSystem(systemId, systemPassword, userName, Secret.of(userPassword));
	}

	/**
	 * Create credentials of a system without a user, for CreateApplicationSession.
	 * @param systemId the participant system id assigned by Getty Images
	 * @param systemPassword the password of that system
	 * @return the credentials
	 * @throws IllegalArgumentException if a value is blank
	 */
	public static ConnectCredentials ofApplication(String systemId, String systemPassword) {
		return ofSystem(systemId, systemPassword, null, null);
	}

	private static ConnectCredentials ofSystem(String systemId, String systemPassword, @Nullable String userName,
			@Nullable Secret userPassword) {
		Assert.hasText(systemId, "The system id must not be blank");
		return new ConnectCredentials(systemId, systemPassword, userName, userPassword, false);
	}

	/**
	 * Create credentials of OAuth 2 for an application and the user on whose behalf it
	 * acts.
	 * @param apiKey the API key, which is the client id; no system id
	 * @param apiSecret the secret of that key, which is the client secret
	 * @param userName the name of a GettyImages.com user
	 * @param userPassword the password of that user
	 * @return the credentials
	 * @throws IllegalArgumentException if a value is blank
	 */
	public static ConnectCredentials ofOAuth2(String apiKey, String apiSecret, String userName, String userPassword) {
		Assert.hasText(userName, "The user name must not be blank");
		Assert.hasText(apiKey, "The API key must not be blank");
		return new ConnectCredentials(apiKey, apiSecret, userName, Secret.of(userPassword), true);
	}

	/**
	 * Create credentials of OAuth 2 for an application without a user. Their session is
	 * that of an application.
	 * @param apiKey the API key, which is the client id; no system id
	 * @param apiSecret the secret of that key, which is the client secret
	 * @return the credentials
	 * @throws IllegalArgumentException if a value is blank
	 */
	public static ConnectCredentials ofOAuth2Application(String apiKey, String apiSecret) {
		Assert.hasText(apiKey, "The API key must not be blank");
		return new ConnectCredentials(apiKey, apiSecret, null, null, true);
	}

	/**
	 * Return whether these are credentials of OAuth 2, for a token endpoint.
	 * @return false for those of CreateSession or CreateApplicationSession
	 */
	public boolean isOAuth2() {
		return this.oauth2;
	}

	/**
	 * Return the participant system id, or the API key of OAuth 2.
	 * @return the system id or API key
	 */
	public String systemId() {
		return this.systemId;
	}

	/**
	 * Return the password of the system, or the API secret of OAuth 2.
	 * @return the system password or API secret
	 */
	public Secret systemPassword() {
		return this.systemPassword;
	}

	/**
	 * Return the name of the user.
	 * @return the user name; empty for an application session
	 */
	public Optional<String> userName() {
		return Optional.ofNullable(this.userName);
	}

	/**
	 * Return the password of the user.
	 * @return the user password; empty for an application session
	 */
	public Optional<Secret> userPassword() {
		return Optional.ofNullable(this.userPassword);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ConnectCredentials credentials && this.systemId.equals(credentials.systemId)
				&& this.systemPassword.equals(credentials.systemPassword)
				&& Objects.equals(this.userName, credentials.userName)
				&& Objects.equals(this.userPassword, credentials.userPassword) && this.oauth2 == credentials.oauth2;
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.systemId, this.systemPassword, this.userName, this.userPassword, this.oauth2);
	}

	/** Return a string that contains no credential. */
	@Override
	public String toString() {
		return "ConnectCredentials[" + this.systemPassword + "]";
	}

}
