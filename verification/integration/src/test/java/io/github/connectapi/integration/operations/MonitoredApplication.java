package io.github.connectapi.integration.operations;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * A web application with actuator and Prometheus that uses a fake server, seen from
 * outside. Retry and back-off intervals are short, so that tests can wait for them.
 */
final class MonitoredApplication implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Map<String, String> SERVER = Map.of("server.port", "0", "server.address", "127.0.0.1");

	private static final Map<String, String> SHORT_INTERVALS = Map.of("management.endpoints.web.exposure.include", "*",
			"management.endpoint.health.show-details", "always", "management.endpoint.health.group.readiness.include",
			"readinessState,gettyConnect", "getty.connect.retry.initial-interval", "50ms",
			"getty.connect.session.backoff.initial", "200ms", "getty.connect.session.backoff.max", "400ms",
			"getty.connect.session.rejected-backoff.initial", "1h");

	private final HttpClient http = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	final FakeConnectServer server;

	private MonitoredApplication(Map<String, String> properties, Class<?>... sources) {
		this.server = FakeConnectServer.start();
		Map<String, String> all = new LinkedHashMap<>(this.server.properties());
		all.putAll(SERVER);
		all.putAll(properties);
		SpringApplication application = new SpringApplication(Application.class);
		application.addPrimarySources(List.of(sources));
		try {
			this.context = application.run(all.entrySet()
				.stream()
				.map((property) -> "--" + property.getKey() + "=" + property.getValue())
				.toArray(String[]::new));
		}
		catch (RuntimeException ex) {
			this.server.close();
			throw ex;
		}
	}

	/** Start an application with all endpoints exposed. */
	static MonitoredApplication start() {
		return with(Map.of());
	}

	/** Start an application with further properties and configuration classes. */
	static MonitoredApplication with(Map<String, String> properties, Class<?>... sources) {
		Map<String, String> all = new LinkedHashMap<>(SHORT_INTERVALS);
		all.putAll(properties);
		return new MonitoredApplication(all, sources);
	}

	/**
	 * Start an application with only these properties, as a reader of the documents has
	 * it.
	 */
	static MonitoredApplication withDefaults(Map<String, String> properties, Class<?>... sources) {
		return new MonitoredApplication(properties, sources);
	}

	/**
	 * Start an application whose credentials provider returns the
	 * {@link #setProvidedPassword provided password}.
	 */
	static MonitoredApplication withCredentialsProvider() {
		return with(Map.of("test.credentials-provider", "true"));
	}

	void setProvidedPassword(String userPassword) {
		this.context.getBean(Application.class).userPassword.set(userPassword);
	}

	<T> T getBean(Class<T> type) {
		return this.context.getBean(type);
	}

	boolean hasBean(Class<?> type) {
		return this.context.getBeanProvider(type).iterator().hasNext();
	}

	/**
	 * Set properties, given as {@code name=value}, and bind the library's properties
	 * again, as Spring Cloud does.
	 */
	void rebind(String... properties) {
		TestPropertyValues.of(properties).applyTo(this.context);
		for (String name : this.context.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
			if (name.startsWith("getty.connect-")) {
				this.context.getAutowireCapableBeanFactory().initializeBean(this.context.getBean(name), name);
			}
		}
	}

	/** Call an operation. */
	void call() {
		this.context.getBean(ConnectApi.class).call(ConnectOperations.GET_COUNTRIES, Map.of(), Object.class);
	}

	ConnectSessionManager manager() {
		return this.context.getBean(ConnectSessionManager.class);
	}

	List<ConnectSessionEvent> events() {
		return this.context.getBean(Application.class).events;
	}

	/** Send a GET request and return the body, whatever the status. */
	JsonNode get(String path) {
		return JSON.readTree(send("GET", path).body());
	}

	/** Return what the endpoint shows of the session. */
	JsonNode session() {
		return get("/actuator/gettyconnect/gettyConnectSessionManager");
	}

	/** Invoke an action of the endpoint. */
	HttpResponse<String> invoke(String action) {
		return send("POST", "/actuator/gettyconnect/gettyConnectSessionManager/" + action);
	}

	/** Return the text that Prometheus scrapes. */
	String scrape() {
		return send("GET", "/actuator/prometheus").body();
	}

	/** Return the scraped lines that begin with a text. */
	List<String> scrapedLines(String prefix) {
		return scrape().lines().filter((line) -> line.startsWith(prefix)).toList();
	}

	HttpResponse<String> send(String method, String path) {
		int port = ((WebServerApplicationContext) this.context).getWebServer().getPort();
		try {
			return this.http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
				.timeout(Duration.ofSeconds(20))
				.method(method, HttpRequest.BodyPublishers.noBody())
				.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
		this.server.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		final List<ConnectSessionEvent> events = new CopyOnWriteArrayList<>();

		final AtomicReference<String> userPassword = new AtomicReference<>(FakeConnectServerBuilder.USER_PASSWORD);

		@Bean
		@ConditionalOnBooleanProperty("test.credentials-provider")
		ConnectCredentialsProvider credentialsProvider() {
			return () -> ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
					FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME,
					this.userPassword.get());
		}

		@EventListener
		void onEvent(ConnectSessionEvent event) {
			this.events.add(event);
		}

	}

}
