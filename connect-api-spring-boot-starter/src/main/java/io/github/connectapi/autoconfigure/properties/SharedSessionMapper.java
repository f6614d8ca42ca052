package io.github.connectapi.autoconfigure.properties;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import io.github.connectapi.Internal;
import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblem;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblems;
import io.github.connectapi.store.SharedSessionSettings;

/**
 * Maps properties to the settings of a shared session. Only loaded if a session is
 * shared.
 */
@Internal
public final class SharedSessionMapper {

	private static final String PREFIX = "getty.connect.session.shared.";

	private final SharedSessionProperties properties;

	private final Supplier<CredentialsMapper> credentials;

	SharedSessionMapper(SharedSessionProperties properties, Supplier<CredentialsMapper> credentials) {
		this.properties = properties;
		this.credentials = credentials;
	}

	/**
	 * Return the settings of a shared session.
	 * @return the settings
	 * @throws ConnectStartupException if a property is invalid
	 */
	public SharedSessionSettings toSettings() {
		StartupProblems problems = new StartupProblems();
		SharedSessionSettings settings = toSettings(new SettingsMapper(problems));
		problems.throwIfAny();
		return settings;
	}

	SharedSessionSettings toSettings(SettingsMapper mapper) {
		SharedSessionProperties shared = this.properties;
		SharedSessionSettings defaults = SharedSessionSettings.defaults();
		SharedSessionSettings settings = mapper.map(
				PropertyValue.of(PREFIX + "poll-interval", shared.getPollInterval(), defaults.pollInterval()), defaults,
				(current) -> current.withPollInterval(shared.getPollInterval()));
		settings = mapper.map(PropertyValue.of(PREFIX + "timeout", shared.getTimeout(), defaults.timeout()), settings,
				(current) -> current.withTimeouts(current.connectTimeout(), shared.getTimeout()));
		settings = mapper.map(
				PropertyValue.of(PREFIX + "connect-timeout", shared.getConnectTimeout(), defaults.connectTimeout()),
				settings, (current) -> current.withTimeouts(shared.getConnectTimeout(), current.timeout()));
		if (shared.getWhenUnavailable() == UnavailableStoreReaction.WAIT) {
			settings = settings.waitForStore();
		}
		settings = collect(mapper, settings, (current) -> current
			.withNamespace(this.credentials.get().requireResolved(PREFIX + "namespace", shared.getNamespace())));
		return collect(mapper, settings, this::withSecret);
	}

	private static SharedSessionSettings collect(SettingsMapper mapper, SharedSessionSettings settings,
			UnaryOperator<SharedSessionSettings> change) {
		SharedSessionSettings[] result = { settings };
		mapper.collect(() -> result[0] = change.apply(settings));
		return result[0];
	}

	private SharedSessionSettings withSecret(SharedSessionSettings settings) {
		String secret = this.properties.getSecret();
		if (secret == null) {
			return settings;
		}
		String property = PREFIX + "secret";
		this.credentials.get().requireSecret(property, secret);
		try {
			return settings.withSecret(secret);
		}
		catch (IllegalArgumentException ex) {
			throw new ConnectStartupException(
					new StartupProblem(property, "%s has less than 32 characters".formatted(property),
							"Set %s to at least 32 random characters, such as the output of: openssl rand -base64 32"
								.formatted(property)),
					ex);
		}
	}

}
