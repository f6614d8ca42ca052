package io.github.connectapi.autoconfigure.properties;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.log.LogMessage;

import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.Internal;
import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblem;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblems;
import io.github.connectapi.call.AsyncConnectApiBuilder;
import io.github.connectapi.call.ConnectApiBuilder;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.ConnectClientBuilder;
import io.github.connectapi.client.TokenUri;
import io.github.connectapi.license.FileDownloadsBuilder;
import io.github.connectapi.purchase.ImageLicensingBuilder;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.session.SessionSettings;
import io.github.connectapi.user.ConnectSessionsSettings;

/**
 * Configuration properties of the Connect API. A JavaBean, so that a rebind can change it
 * at run time. Passwords are strings, because the binder would print a value that it
 * cannot convert to another type.
 */
@Internal
@ConfigurationProperties("getty.connect")
public final class GettyConnectProperties implements EnvironmentAware, InitializingBean {

	/**
	 * The name of the public type whose logger is used. A reference to the type would be
	 * a cycle of packages.
	 */
	static final String LOG_CATEGORY = "io.github.connectapi.autoconfigure.ConnectConnectionDetails";

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(LOG_CATEGORY);

	/**
	 * Whether to enable auto-configuration of the Connect API client.
	 */
	private boolean enabled = true;

	/**
	 * Base URL of the Connect API, without "/v1". May contain a path prefix. Must use
	 * https, except for localhost or when insecure HTTP is allowed.
	 */
	private String baseUrl = "https://connect.gettyimages.com";

	/**
	 * Whether to allow a base URL with plain http for any host. Passwords and tokens are
	 * then sent unencrypted.
	 */
	private boolean allowInsecureHttp;

	/**
	 * System id assigned by Getty Images. Required, unless the session type is oauth2.
	 * Quote the value in YAML, because an unquoted 0123 is the number 83.
	 */
	private @Nullable String systemId;

	/**
	 * Password of the system. Required, unless the session type is oauth2. Quote the
	 * value in YAML, because an unquoted 0123 is the number 83.
	 */
	private @Nullable String systemPassword;

	/**
	 * API key assigned by Getty Images, which is no system id. Required if the session
	 * type is oauth2. Quote the value in YAML, because an unquoted 0123 is the number 83.
	 */
	private @Nullable String apiKey;

	/**
	 * Secret of the API key, which is no system password. Required if the session type is
	 * oauth2. Quote the value in YAML, because an unquoted 0123 is the number 83.
	 */
	private @Nullable String apiSecret;

	/**
	 * Name of the GettyImages.com user on whose behalf requests are sent. Required if the
	 * session type is user. If the session type is oauth2, the session is that of an
	 * application without it.
	 */
	private @Nullable String userName;

	/**
	 * Password of the user. Required with a user name. Quote the value in YAML, because
	 * an unquoted 0123 is the number 83.
	 */
	private @Nullable String userPassword;

	/**
	 * Whether to accept credentials that look like a mistake, such as an unresolved
	 * placeholder, an invisible character, or a number that YAML changed.
	 */
	private boolean allowUnusualCredentials;

	private final OAuth2 oauth2 = new OAuth2();

	private final Ssl ssl = new Ssl();

	@NestedConfigurationProperty
	private final HttpProperties http = new HttpProperties();

	@NestedConfigurationProperty
	private final RetryProperties retry = new RetryProperties();

	@NestedConfigurationProperty
	private final SessionProperties session = new SessionProperties();

	@NestedConfigurationProperty
	private final UsersProperties users = new UsersProperties();

	@NestedConfigurationProperty
	private final CallProperties call = new CallProperties();

	@NestedConfigurationProperty
	private final AsyncProperties async = new AsyncProperties();

	@NestedConfigurationProperty
	private final PurchaseProperties purchase = new PurchaseProperties();

	@NestedConfigurationProperty
	private final DownloadProperties download = new DownloadProperties();

	@NestedConfigurationProperty
	private final RestProperties rest = new RestProperties();

	private final ConfiguredCredentials credentials = new ConfiguredCredentials();

	private @Nullable SessionType initialSessionType;

	private boolean initiallyOfUser;

	private @Nullable ConfigurableEnvironment environment;

	private volatile @Nullable String reloadFailure;

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = (environment instanceof ConfigurableEnvironment configurable) ? configurable : null;
		if (this.credentials.isAvailable()) {
			// A rebind begins. This remains if a property cannot be bound.
			this.reloadFailure = "A property cannot be bound";
		}
	}

	/**
	 * Update the credentials. Called at the end of each binding. The session type of the
	 * first binding is kept, and so is whether it is of a user, because beans were
	 * created for it.
	 */
	@Override
	public synchronized void afterPropertiesSet() {
		if (this.initialSessionType == null) {
			this.initiallyOfUser = isOfUser(this.session.getType());
		}
		SessionType type = (this.initialSessionType != null) ? this.initialSessionType : this.session.getType();
		this.initialSessionType = type;
		boolean rebind = this.credentials.isAvailable();
		StartupProblems problems = this.credentials.update(() -> credentialsMapper().map(type, this.initiallyOfUser));
		if (rebind) {
			validate(problems);
			this.reloadFailure = problems.isEmpty() ? null : problems.toException().getMessage();
			if (this.reloadFailure != null) {
				logger.error(LogMessage.format(
						"Connect properties were changed to invalid values. The previous values remain in use: %s",
						this.reloadFailure));
			}
		}
	}

	/**
	 * Return why the values of the last rebind cannot be used.
	 * @return the failure; null if there is none
	 */
	public @Nullable String reloadFailure() {
		return this.reloadFailure;
	}

	/**
	 * Return the credentials of these properties.
	 * @return the credentials, which follow a rebind
	 */
	public ConfiguredCredentials credentials() {
		return this.credentials;
	}

	private boolean isOfUser(SessionType type) {
		return switch (type) {
			case USER -> true;
			case APPLICATION -> false;
			case OAUTH2 -> this.userName != null || this.userPassword != null;
		};
	}

	/**
	 * Return whether the configured session is an application session, which has no user.
	 * @return true for application sessions
	 */
	public boolean usesApplicationSession() {
		return !this.initiallyOfUser;
	}

	/**
	 * Return the mode of acquiring sessions when the application starts.
	 * @return the mode
	 */
	public StartupMode startupMode() {
		return this.session.getStartup();
	}

	/**
	 * Return the maximum time to wait for required sessions.
	 * @return the timeout
	 */
	public Duration startupTimeout() {
		return this.session.getStartupTimeout();
	}

	/**
	 * Validate all properties except those of the connection and the credentials.
	 * @param problems the problems to add to
	 */
	public void validate(StartupProblems problems) {
		SettingsMapper mapper = new SettingsMapper(problems);
		ConnectClientBuilder client = ConnectClient.builder(BaseUrl.of(BaseUrl.DEFAULT));
		this.http.applyTo(client, mapper, credentialsMapper());
		this.oauth2.applyTo(client, mapper);
		this.retry.toSettings(mapper);
		this.session.toSettings(mapper);
		this.users.toSettings(mapper);
		this.call.validate(mapper);
		this.async.validate(mapper);
		this.purchase.validate(mapper);
		this.download.validate(mapper);
		this.rest.validate(mapper);
		if (sharesSession()) {
			sharedSession().toSettings(mapper);
		}
	}

	/**
	 * Return whether instances share the session.
	 * @return whether they share it
	 */
	public boolean sharesSession() {
		return this.session.getShared().isEnabled();
	}

	/**
	 * Return which store of a shared session is selected.
	 * @return the store; null if none is selected
	 */
	public @Nullable SharedStore sharedStore() {
		return this.session.getShared().getStore();
	}

	/**
	 * Return the properties of a shared session.
	 * @return what maps them to settings
	 */
	public SharedSessionMapper sharedSession() {
		return new SharedSessionMapper(this.session.getShared(), this::credentialsMapper);
	}

	/**
	 * Return the settings of sessions.
	 * @return the settings
	 * @throws ConnectStartupException if a property is invalid
	 */
	public SessionSettings toSessionSettings() {
		return map(this.session::toSettings);
	}

	/**
	 * Return the limits of the sessions of many users.
	 * @return the settings
	 * @throws ConnectStartupException if a property is invalid
	 */
	public ConnectSessionsSettings toSessionsSettings() {
		return map(this.users::toSettings);
	}

	/**
	 * Return the settings of retries.
	 * @return the settings
	 * @throws ConnectStartupException if a property is invalid
	 */
	public RetrySettings toRetrySettings() {
		return map(this.retry::toSettings);
	}

	/**
	 * Apply the properties to the builder of a client.
	 * @param builder the builder
	 * @throws ConnectStartupException if a property is invalid
	 */
	public void applyTo(ConnectClientBuilder builder) {
		map((mapper) -> {
			this.http.applyTo(builder, mapper, credentialsMapper());
			this.oauth2.applyTo(builder, mapper);
			return builder;
		});
	}

	/**
	 * Apply the properties to the builder of an API.
	 * @param builder the builder
	 * @throws ConnectStartupException if a property is invalid
	 */
	public void applyTo(ConnectApiBuilder builder) {
		RetrySettings retrySettings = map((mapper) -> {
			RetrySettings settings = this.retry.toSettings(mapper);
			this.call.validate(mapper);
			return settings;
		});
		builder.retry(retrySettings).timeout(this.call.getTimeout());
	}

	/**
	 * Apply the properties to the builder of an asynchronous API.
	 * @param builder the builder
	 * @throws ConnectStartupException if a property is invalid
	 */
	public void applyTo(AsyncConnectApiBuilder builder) {
		map((mapper) -> {
			this.async.validate(mapper);
			return builder;
		});
		this.async.applyTo(builder);
	}

	/**
	 * Apply the properties to the builder of purchases.
	 * @param builder the builder
	 * @throws ConnectStartupException if a property is invalid
	 */
	public void applyTo(ImageLicensingBuilder builder) {
		map((mapper) -> {
			this.purchase.validate(mapper);
			return builder;
		});
		this.purchase.applyTo(builder);
	}

	/**
	 * Apply the properties to the builder of downloads.
	 * @param builder the builder
	 * @throws ConnectStartupException if a property is invalid
	 */
	public void applyTo(FileDownloadsBuilder builder) {
		map((mapper) -> {
			this.download.applyTo(builder, mapper);
			return builder;
		});
	}

	/**
	 * Return the base URL of the REST API.
	 * @return the base URL
	 * @throws ConnectStartupException if the property is invalid
	 */
	public BaseUrl restBaseUrl() {
		return this.rest.toBaseUrl();
	}

	private CredentialsMapper credentialsMapper() {
		return new CredentialsMapper(this, this.environment);
	}

	private static <T> T map(Function<SettingsMapper, T> mapping) {
		StartupProblems problems = new StartupProblems();
		T result = mapping.apply(new SettingsMapper(problems));
		problems.throwIfAny();
		return result;
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

	public @Nullable String getApiKey() {
		return this.apiKey;
	}

	public void setApiKey(@Nullable String apiKey) {
		this.apiKey = apiKey;
	}

	public @Nullable String getApiSecret() {
		return this.apiSecret;
	}

	public void setApiSecret(@Nullable String apiSecret) {
		this.apiSecret = apiSecret;
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

	public boolean isAllowUnusualCredentials() {
		return this.allowUnusualCredentials;
	}

	public void setAllowUnusualCredentials(boolean allowUnusualCredentials) {
		this.allowUnusualCredentials = allowUnusualCredentials;
	}

	public OAuth2 getOauth2() {
		return this.oauth2;
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

	public UsersProperties getUsers() {
		return this.users;
	}

	public CallProperties getCall() {
		return this.call;
	}

	public AsyncProperties getAsync() {
		return this.async;
	}

	public PurchaseProperties getPurchase() {
		return this.purchase;
	}

	public RestProperties getRest() {
		return this.rest;
	}

	public DownloadProperties getDownload() {
		return this.download;
	}

	/**
	 * Properties {@code getty.connect.oauth2.*}.
	 */
	static final class OAuth2 {

		static final String TOKEN_URI = "getty.connect.oauth2.token-uri";

		/**
		 * Token endpoint of OAuth 2. Must use https, except for localhost.
		 */
		private String tokenUri = "https://authentication.gettyimages.com/oauth2/token";

		public String getTokenUri() {
			return this.tokenUri;
		}

		public void setTokenUri(String tokenUri) {
			this.tokenUri = tokenUri;
		}

		void applyTo(ConnectClientBuilder builder, SettingsMapper mapper) {
			mapper.collect(() -> builder.tokenUri(toTokenUri()));
		}

		/** The message contains no value, which may contain a password. */
		private TokenUri toTokenUri() {
			String uri = this.tokenUri.trim();
			if (uri.isEmpty()) {
				throw invalid("%s is blank".formatted(TOKEN_URI), null);
			}
			try {
				return TokenUri.of(uri);
			}
			catch (IllegalArgumentException ex) {
				throw invalid("%s is invalid. %s".formatted(TOKEN_URI, ex.getMessage()), ex);
			}
		}

		private static ConnectStartupException invalid(String reason, @Nullable Throwable cause) {
			return new ConnectStartupException(new StartupProblem(TOKEN_URI, reason,
					"Set %s to a URL such as %s, or remove the property to use that default.".formatted(TOKEN_URI,
							TokenUri.DEFAULT)),
					cause);
		}

		/** Return whether credentials would be sent to another host than by default. */
		boolean isForOtherHost() {
			String uri = this.tokenUri.trim();
			// A test sets it for any type, so that nothing is sent to Getty Images. Plain
			// http is accepted for the local machine only.
			return !uri.equals(TokenUri.DEFAULT) && !uri.toLowerCase(Locale.ROOT).startsWith("http:");
		}

	}

	/**
	 * Properties {@code getty.connect.ssl.*}.
	 */
	static final class Ssl {

		/**
		 * SSL bundle name. If not set, the trust store of the JVM is used. The next
		 * exchange uses a reloaded bundle.
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
