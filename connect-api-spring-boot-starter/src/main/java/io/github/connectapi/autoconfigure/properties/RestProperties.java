package io.github.connectapi.autoconfigure.properties;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblem;
import io.github.connectapi.client.BaseUrl;

/**
 * Properties {@code getty.connect.rest.*}.
 */
final class RestProperties {

	private static final String BASE_URL = "getty.connect.rest.base-url";

	/**
	 * Base URL of the REST API v3. The API key and the token are sent to its scheme, host
	 * and port only. Must use https, except for localhost.
	 */
	private String baseUrl = "https://api.gettyimages.com";

	public String getBaseUrl() {
		return this.baseUrl;
	}

	public void setBaseUrl(String baseUrl) {
		this.baseUrl = baseUrl;
	}

	void validate(SettingsMapper mapper) {
		mapper.collect(this::toBaseUrl);
	}

	/** The message contains no value, which may contain a password. */
	BaseUrl toBaseUrl() {
		String url = this.baseUrl.trim();
		if (url.isEmpty()) {
			throw invalid("%s is blank".formatted(BASE_URL), null);
		}
		try {
			return BaseUrl.of(url);
		}
		catch (IllegalArgumentException ex) {
			throw invalid("%s is invalid. %s".formatted(BASE_URL, ex.getMessage()), ex);
		}
	}

	private static ConnectStartupException invalid(String reason, @Nullable Throwable cause) {
		return new ConnectStartupException(new StartupProblem(BASE_URL, reason,
				"Set %s to a URL such as https://api.gettyimages.com, or remove the property to use that default."
					.formatted(BASE_URL)),
				cause);
	}

}
