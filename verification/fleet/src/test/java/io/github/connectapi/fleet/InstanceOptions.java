package io.github.connectapi.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.connectapi.test.FakeConnectServerBuilder;

/**
 * Options of an instance, which are system properties of its JVM. Immutable.
 */
final class InstanceOptions {

	static final String PREFIX = "fleet.";

	private final Map<String, String> values;

	private InstanceOptions(Map<String, String> values) {
		this.values = values;
	}

	static InstanceOptions defaults() {
		return new InstanceOptions(Map.of());
	}

	/** Read the options of this JVM. */
	static InstanceOptions ofThisJvm() {
		Map<String, String> values = new TreeMap<>();
		System.getProperties().stringPropertyNames().forEach((name) -> values.put(name, System.getProperty(name)));
		return new InstanceOptions(values);
	}

	InstanceOptions withStore(String address) {
		return with("store", address);
	}

	InstanceOptions withBaseUrl(String baseUrl) {
		return with("base-url", baseUrl);
	}

	InstanceOptions withUserPassword(String password) {
		return with("user-password", password);
	}

	InstanceOptions withNamespace(String namespace) {
		return with("namespace", namespace);
	}

	InstanceOptions withSecret(String secret) {
		return with("secret", secret);
	}

	InstanceOptions withPollInterval(Duration interval) {
		return with("poll-interval", interval);
	}

	InstanceOptions withConnectTimeout(Duration timeout) {
		return with("connect-timeout", timeout);
	}

	InstanceOptions withTimeout(Duration timeout) {
		return with("timeout", timeout);
	}

	/** Set how long a caller waits for a session. */
	InstanceOptions withWaitTimeout(Duration timeout) {
		return with("wait-timeout", timeout);
	}

	InstanceOptions withWaitForStore() {
		return with("wait-for-store", true);
	}

	/** Set how far the wall clock of the instance is ahead. */
	InstanceOptions withClockAhead(Duration ahead) {
		return with("clock-ahead", ahead);
	}

	InstanceOptions withRenewAt(double fraction) {
		return with("renew-at", fraction);
	}

	InstanceOptions withResponseTimeout(Duration timeout) {
		return with("response-timeout", timeout);
	}

	InstanceOptions withAcquisitionTimeout(Duration timeout) {
		return with("acquisition-timeout", timeout);
	}

	InstanceOptions withRejectedBackoff(Duration initial) {
		return with("rejected-backoff", initial);
	}

	/** Send all requests to the Connect API through a proxy on this machine. */
	InstanceOptions withProxyPort(int port) {
		return withProperty("http.proxyHost", "127.0.0.1").withProperty("http.proxyPort", Integer.toString(port))
			.withProperty("http.nonProxyHosts", "");
	}

	InstanceOptions withProperty(String name, String value) {
		Map<String, String> changed = new TreeMap<>(this.values);
		changed.put(name, value);
		return new InstanceOptions(changed);
	}

	private InstanceOptions with(String name, Object value) {
		return withProperty(PREFIX + name, value.toString());
	}

	String get(String name, String defaultValue) {
		return this.values.getOrDefault(PREFIX + name, defaultValue);
	}

	Duration get(String name, Duration defaultValue) {
		return Duration.parse(get(name, defaultValue.toString()));
	}

	String store() {
		return get("store", "");
	}

	String userPassword() {
		return get("user-password", FakeConnectServerBuilder.USER_PASSWORD);
	}

	/** Return these options as arguments of {@code java}. */
	List<String> arguments() {
		Stream<String> properties = this.values.entrySet()
			.stream()
			.map((value) -> "-D" + value.getKey() + "=" + value.getValue());
		return properties.toList();
	}

}
