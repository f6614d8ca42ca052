package io.github.connectapi.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

import io.github.connectapi.ConnectCredentials;

/**
 * The properties {@code getty.connect.*}, as they were written. A JavaBean, so that a
 * rebind at run time reaches it, which ends, as a binding does, with
 * {@link #afterPropertiesSet()}. Passwords are texts here, because a type of ours would
 * be quoted by the binder when it cannot convert a number to it.
 */
@ConfigurationProperties(GettyConnectProperties.PREFIX)
final class GettyConnectProperties implements InitializingBean {

	static final String PREFIX = "getty.connect";

	/**
	 * Whether to configure a Connect session.
	 */
	private boolean enabled = true;

	/**
	 * Address of the Connect API, without "/v1"; a path prefix is allowed. Must be https,
	 * except for localhost or when insecure HTTP is allowed.
	 */
	private String baseUrl = "https://connect.gettyimages.com";

	/**
	 * Whether to accept a base URL with plain http for any host. Passwords and tokens
	 * then travel unencrypted.
	 */
	private boolean allowInsecureHttp;

	/**
	 * Participant system id assigned by Getty Images. Required. Quote it in YAML, which
	 * turns an unquoted 0123 into 83.
	 */
	private @Nullable String systemId;

	/**
	 * Password of the system. Required. Quote it in YAML, which turns an unquoted 0123
	 * into 83.
	 */
	private @Nullable String systemPassword;

	/**
	 * Name of the GettyImages.com user on whose behalf the system acts. Required, unless
	 * the session is an application's.
	 */
	private @Nullable String userName;

	/**
	 * Password of the user. Required, unless the session is an application's. Quote it in
	 * YAML, which turns an unquoted 0123 into 83.
	 */
	private @Nullable String userPassword;

	private final Ssl ssl = new Ssl();

	@NestedConfigurationProperty
	private final HttpProperties http = new HttpProperties();

	@NestedConfigurationProperty
	private final RetryProperties retry = new RetryProperties();

	@NestedConfigurationProperty
	private final SessionProperties session = new SessionProperties();

	@NestedConfigurationProperty
	private final CallProperties call = new CallProperties();

	private final BoundCredentials credentials = new BoundCredentials();

	@Override
	public void afterPropertiesSet() {
		this.credentials.take(this);
	}

	ConnectCredentials credentials() {
		return this.credentials.get();
	}

	void check(PropertyProblems problems) {
		this.http.check(problems);
		this.retry.check(problems);
		this.session.check(problems);
		this.call.check(problems);
	}

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public String getBaseUrl() {
		return this.baseUrl;
	}

	public void setBaseUrl(String baseUrl) {
		this.baseUrl = baseUrl;
	}

	public boolean isAllowInsecureHttp() {
		return this.allowInsecureHttp;
	}

	public void setAllowInsecureHttp(boolean allowInsecureHttp) {
		this.allowInsecureHttp = allowInsecureHttp;
	}

	public @Nullable String getSystemId() {
		return this.systemId;
	}

	public void setSystemId(@Nullable String systemId) {
		this.systemId = systemId;
	}

	public @Nullable String getSystemPassword() {
		return this.systemPassword;
	}

	public void setSystemPassword(@Nullable String systemPassword) {
		this.systemPassword = systemPassword;
	}

	public @Nullable String getUserName() {
		return this.userName;
	}

	public void setUserName(@Nullable String userName) {
		this.userName = userName;
	}

	public @Nullable String getUserPassword() {
		return this.userPassword;
	}

	public void setUserPassword(@Nullable String userPassword) {
		this.userPassword = userPassword;
	}

	public Ssl getSsl() {
		return this.ssl;
	}

	public HttpProperties getHttp() {
		return this.http;
	}

	public RetryProperties getRetry() {
		return this.retry;
	}

	public SessionProperties getSession() {
		return this.session;
	}

	public CallProperties getCall() {
		return this.call;
	}

	/** TLS to the Connect API. */
	static final class Ssl {

		/**
		 * Name of the SSL bundle to use, one of spring.ssl.bundle.*. Without one the
		 * JVM's trust is used. A reloaded bundle is taken up by the next exchange.
		 */
		private @Nullable String bundle;

		public @Nullable String getBundle() {
			return this.bundle;
		}

		public void setBundle(@Nullable String bundle) {
			this.bundle = bundle;
		}

	}

}
