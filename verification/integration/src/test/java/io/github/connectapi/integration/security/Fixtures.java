package io.github.connectapi.integration.security;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectCallRejectedException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectExceptionCopier;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.ConnectInterruptedException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectStatus;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.Secret;
import io.github.connectapi.autoconfigure.ConnectConnectionDetails;
import io.github.connectapi.autoconfigure.endpoint.ConnectAction;
import io.github.connectapi.autoconfigure.endpoint.ConnectEndpoint;
import io.github.connectapi.autoconfigure.rest.ConnectRestAutoConfiguration;
import io.github.connectapi.autoconfigure.user.ConnectUsersAutoConfiguration;
import io.github.connectapi.autoconfigure.health.ConnectHealthIndicator;
import io.github.connectapi.call.AsyncConnectApi;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.ConnectClientCustomizer;
import io.github.connectapi.client.PreparedRequest;
import io.github.connectapi.client.TokenUri;
import io.github.connectapi.download.CreateDownloadRequest;
import io.github.connectapi.download.CreateDownloadRequestResult;
import io.github.connectapi.metrics.ConnectClientMetrics;
import io.github.connectapi.metrics.ConnectDownloadMetrics;
import io.github.connectapi.metrics.ConnectFailureMetrics;
import io.github.connectapi.metrics.ConnectSessionMetrics;
import io.github.connectapi.observation.CodeCardinalityLimiter;
import io.github.connectapi.observation.ConnectObservationDocumentation;
import io.github.connectapi.observation.ConnectObservationContext;
import io.github.connectapi.observation.ConnectOutcome;
import io.github.connectapi.observation.DefaultConnectObservationConvention;
import io.github.connectapi.jdbc.JdbcSessionStore;
import io.github.connectapi.jdbc.autoconfigure.JdbcSessionStoreAutoConfiguration;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;
import io.github.connectapi.redis.RedisSessionStore;
import io.github.connectapi.redis.autoconfigure.RedisSessionStoreAutoConfiguration;
import io.github.connectapi.rest.ConnectRestAccess;
import io.github.connectapi.rest.ConnectRestAccessBuilder;
import io.github.connectapi.retry.Retry;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.retry.Sleeper;
import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;
import io.github.connectapi.search.SearchForImagesResult;
import io.github.connectapi.session.BackoffSettings;
import io.github.connectapi.session.ConnectSessionEvent;
import io.github.connectapi.session.ConnectSessionListener;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionSnapshot;
import io.github.connectapi.session.SessionSettings;
import io.github.connectapi.store.InMemorySessionStore;
import io.github.connectapi.store.SharedSessionSettings;
import io.github.connectapi.store.StoreResult;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.FileFault;
import io.github.connectapi.test.GatewayFault;
import io.github.connectapi.test.ReceivedRequest;
import io.github.connectapi.test.Renewal;
import io.github.connectapi.test.ServerCertificate;
import io.github.connectapi.test.StreamFault;
import io.github.connectapi.test.TokenKind;
import io.github.connectapi.test.assertj.ConnectAssertions;
import io.github.connectapi.test.cli.FakeConnectMain;
import io.github.connectapi.test.junit.FakeConnectExtension;
import io.github.connectapi.test.spring.WithFakeConnectServer;
import io.github.connectapi.test.time.ManualTime;
import io.github.connectapi.transport.ConnectTls;

import static org.mockito.Mockito.mock;

/**
 * Instances of all public types. Each was created with the canary as a secret, or has
 * handled it. A new public type must be added here.
 */
final class Fixtures implements AutoCloseable {

	static final String CANARY = "c\"anary/Ä+1234567";

	/** Types without instances, or whose instances have no state. */
	private static final Set<Class<?>> WITHOUT_INSTANCES = Set.of(ConnectOperations.class, GatewayFault.class,
			FileFault.class, StreamFault.class, ConnectAssertions.class, FakeConnectMain.class,
			WithFakeConnectServer.class, RedisSessionStoreAutoConfiguration.class,
			JdbcSessionStoreAutoConfiguration.class, ConnectUsersAutoConfiguration.class,
			ConnectRestAutoConfiguration.class);

	private final FakeConnectServer server = builder().start();

	private final List<Object> instances = new ArrayList<>();

	private final ConfigurableApplicationContext context;

	Fixtures() {
		this.context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.run("--getty.connect.base-url=" + this.server.baseUrl(), "--getty.connect.system-id=system",
					"--getty.connect.system-password=" + CANARY, "--getty.connect.user-name=user",
					"--getty.connect.user-password=" + CANARY, "--spring.jmx.enabled=true",
					"--management.endpoints.jmx.exposure.include=gettyconnect");
		addValues();
		addServices();
		addCalls();
		addFailures();
		addEventsAndMeters();
		addTestKit();
		addStores();
	}

	Stream<Object> instances() {
		return this.instances.stream();
	}

	boolean covers(Class<?> type) {
		return WITHOUT_INSTANCES.contains(type) || this.instances.stream().anyMatch(type::isInstance);
	}

	@Override
	public void close() {
		this.context.close();
		this.server.close();
	}

	private void addStores() {
		InMemorySessionStore store = new InMemorySessionStore(InstantSource.system());
		SharedSessionSettings settings = SharedSessionSettings.defaults().withSecret(CANARY.repeat(2));
		StoreResult result = store.read("v1-1");
		add(store, settings, result, result.outcome(),
				new JdbcSessionStore(new DriverManagerDataSource("jdbc:unknown:store", "user", CANARY),
						Duration.ofSeconds(1)),
				new RedisSessionStore(mock(RedisConnectionFactory.class)));
	}

	private void addValues() {
		ConnectCredentials credentials = ConnectCredentials.of("system", CANARY, "user", CANARY);
		ConnectSession session = ConnectSession.of(CANARY, Duration.ofMinutes(1)).withSecureToken(CANARY);
		add(Secret.of(CANARY), credentials, session, BaseUrl.of(BaseUrl.DEFAULT), TokenUri.of(TokenUri.DEFAULT),
				RetrySettings.defaults(), SessionSettings.defaults(),
				BackoffSettings.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), ConnectSessionSnapshot.State.NONE,
				(ConnectCredentialsProvider) () -> credentials,
				(ConnectClientCustomizer) (builder) -> builder.defaultHeader("X-Key", CANARY), (Sleeper) (interval) -> {
				});
	}

	private void addServices() {
		ConnectSessionManager manager = this.context.getBean(ConnectSessionManager.class);
		manager.getSession();
		manager.reset();
		ConnectRestAccessBuilder rest = ConnectRestAccess.builder(this.context.getBean(ConnectClient.class), manager,
				"key");
		try (ConnectRestAccess access = rest.build()) {
			add(rest, access);
		}
		add(manager, manager.getSession(), manager.snapshot(), this.context.getBean(ConnectClient.class),
				this.context.getBean(ConnectConnectionDetails.class),
				this.context.getBean(ConnectCredentialsProvider.class), new ConnectHealthIndicator(manager),
				new ConnectHealthIndicator(manager).health(), ConnectClient.builder(BaseUrl.of(BaseUrl.DEFAULT)),
				ConnectSessionManager.builder(this.context.getBean(ConnectClient.class),
						() -> ConnectCredentials.of("system", CANARY, "user", CANARY)),
				new Retry(RetrySettings.defaults(), () -> 0, () -> 0, (interval) -> {
				}), defaultTls());
		Stream
			.of("io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration",
					"io.github.connectapi.autoconfigure.startup.ConnectStartupAutoConfiguration",
					"io.github.connectapi.autoconfigure.health.ConnectHealthAutoConfiguration",
					"io.github.connectapi.autoconfigure.endpoint.ConnectEndpointAutoConfiguration",
					"io.github.connectapi.autoconfigure.endpoint.ConnectSanitizingAutoConfiguration",
					"io.github.connectapi.autoconfigure.observation.ConnectMetricsAutoConfiguration",
					"io.github.connectapi.autoconfigure.startup.ConnectStartupAutoConfiguration")
			.map(this.context::getBean)
			.forEach(this::add);
	}

	/** The canary is not in requests and results, which belong to the application. */
	private void addCalls() {
		ConnectApi connect = this.context.getBean(ConnectApi.class);
		SearchForImages search = new SearchForImages("tree").withImageFamilies("creative");
		ConnectResponse<SearchForImagesResult> found = connect
			.exchange(ConnectRequest.of(ConnectOperations.SEARCH_FOR_IMAGES, search), SearchForImagesResult.class);
		CreateDownloadRequest download = CreateDownloadRequest.of("download");
		TypedOperationFixtures.instances(connect).forEach(this::add);
		UserFixtures.instances(this.context.getBean(ConnectClient.class)).forEach(this::add);
		LicensingFixtures.instances(this.server, this.context.getBean(ConnectClient.class), connect).forEach(this::add);
		add(connect,
				ConnectApi.builder(this.context.getBean(ConnectClient.class),
						this.context.getBean(ConnectSessionManager.class)),
				ConnectOperations.SEARCH_FOR_IMAGES, ConnectRequest.of(ConnectOperations.SEARCH_FOR_IMAGES, search),
				PreparedRequest.of(this.context.getBean(ConnectClient.class),
						ConnectRequest.of(ConnectOperations.REPORT_USAGE, Map.of("Note", CANARY)),
						ParameterizedTypeReference.forType(Void.class)),
				AsyncConnectApi.builder(connect), AsyncConnectApi.builder(connect).build(), search, search.query(),
				search.filter(), search.resultOptions(), found, found.result(), found.result().images().get(0),
				new ImageSearch(connect), download, download.downloadItems().get(0),
				new CreateDownloadRequestResult(null),
				new CreateDownloadRequestResult.DownloadUrl("1", "Large", "success", "https://example.com/1"));
	}

	/** The server repeats the secrets of the request in its error messages. */
	private void addFailures() {
		ConnectClient client = this.context.getBean(ConnectClient.class);
		String message = "no \"" + CANARY + "\" here";
		for (Fault fault : List.of(Fault.status(503).header("X-Error-Detail", "down"),
				Fault.error("SystemError", message), Fault.error("InvalidSystemIdOrPassword", message), Fault.garbage(),
				Fault.status(302), Fault.error("Odd", message))) {
			this.server.enqueue(FakeConnectServer.ANY_OPERATION, fault, fault);
			addFailure(() -> client.createSession(ConnectCredentials.of("system", CANARY, "user", CANARY),
					Duration.ofSeconds(20)));
			addFailure(() -> client.renewSession(Secret.of(CANARY), ConnectCredentials.ofApplication("system", CANARY),
					Duration.ofSeconds(20)));
		}
		add(new ConnectClosedException("closed"), new ConnectInterruptedException("interrupted"),
				new ConnectWaitTimeoutException("timeout"), new ConnectCallRejectedException("rejected"));
	}

	private void addFailure(Runnable call) {
		try {
			call.run();
			throw new AssertionError("The call did not fail");
		}
		catch (ConnectApiException ex) {
			ConnectApiException shared = ConnectExceptionCopier.copyForCaller(ex);
			shared.addSuppressed(ex);
			add(ex, shared, ex.failure(), new ConnectBackoffException(Instant.EPOCH, Duration.ofSeconds(1), ex),
					new ConnectSessionSnapshot.Sharing(true, false),
					new ConnectSessionSnapshot.LastFailure(Instant.EPOCH, String.valueOf(ex.getMessage()),
							ex.failure().operation(), ex.failure().code(), ex.failure().coordinationId(), false, 1),
					new ConnectSessionEvent.Unavailable(Instant.EPOCH, 1, ex, 1, Instant.EPOCH),
					new ConnectSessionEvent.RenewalFailed(Instant.EPOCH, 1, ex, 1, Instant.EPOCH),
					new ConnectSessionEvent.Rejected(Instant.EPOCH, 1, ex, 1, Instant.EPOCH, true));
			ex.failure().statuses().forEach((ConnectStatus status) -> add(status));
			if (ex instanceof ConnectTokenRejectedException rejected) {
				add(rejected);
			}
		}
	}

	private void addEventsAndMeters() {
		Application application = this.context.getBean(Application.class);
		add(application.events.toArray());
		add(application.contexts.toArray());
		add(new ConnectSessionEvent.Created(Instant.EPOCH, 1, Instant.EPOCH),
				new ConnectSessionEvent.Renewed(Instant.EPOCH, 1, Instant.EPOCH),
				new ConnectSessionEvent.Adopted(Instant.EPOCH, 1, Instant.EPOCH),
				new ConnectSessionEvent.Recovered(Instant.EPOCH, 1, Instant.EPOCH, 1),
				new ConnectSessionEvent.Invalidated(Instant.EPOCH, 1),
				new ConnectSessionEvent.Expired(Instant.EPOCH, 1), new ConnectSessionEvent.Reset(Instant.EPOCH, 1),
				new ConnectSessionEvent.Closed(Instant.EPOCH, 1), ConnectOutcome.SUCCESS, new CodeCardinalityLimiter(),
				new DefaultConnectObservationConvention(), ConnectObservationDocumentation.CALL,
				ConnectObservationDocumentation.LowCardinalityKeyNames.CODE,
				ConnectObservationDocumentation.HighCardinalityKeyNames.COORDINATION_ID,
				(ConnectSessionListener) (event) -> {
				}, new ConnectFailureMetrics(this.context.getBean(MeterRegistry.class), Tags.empty()),
				new ConnectDownloadMetrics(this.context.getBean(MeterRegistry.class), Tags.empty()),
				new ConnectSessionMetrics(this.context.getBean(ConnectSessionManager.class), Tags.empty()),
				new ConnectClientMetrics(this.context.getBean(ConnectClient.class), Tags.empty()));
		ConnectEndpoint endpoint = this.context.getBean(ConnectEndpoint.class);
		add(endpoint, endpoint.sessions(), ConnectAction.RESET);
		endpoint.sessions().forEach((name, session) -> {
			add(session, endpoint.act(name, ConnectAction.RENEW).getBody());
		});
	}

	private void addTestKit() {
		add(this.server, builder(), this.server.accounts(), Fault.error("SystemError", "a message"),
				new FakeConnectExtension(builder()), ConnectAssertions.assertThat(this.server), Renewal.values()[0],
				ServerCertificate.VALID, TokenKind.values()[0], ManualTime.create());
		for (ReceivedRequest request : this.server.requests()) {
			add(request, request.summary(), ConnectAssertions.assertThat(request), assertionMessage(request));
		}
		add(ReceivedRequest.summarize(this.server.requests()), this.server.accounts().toString());
	}

	private static String assertionMessage(ReceivedRequest request) {
		try {
			ConnectAssertions.assertThat(request).hasOnlyFields("none").hasNoToken();
			return "";
		}
		catch (AssertionError ex) {
			return String.valueOf(ex.getMessage());
		}
	}

	private void add(Object... more) {
		this.instances.addAll(Arrays.asList(more));
	}

	private static FakeConnectServerBuilder builder() {
		return FakeConnectServer.builder().system("system", CANARY).user("user", CANARY, "1");
	}

	private static ConnectTls defaultTls() {
		try {
			return ConnectTls.of(SSLContext.getDefault());
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		final List<Object> events = new CopyOnWriteArrayList<>();

		final List<Object> contexts = new CopyOnWriteArrayList<>();

		@EventListener
		void onEvent(ConnectSessionEvent event) {
			this.events.add(event);
		}

		@Bean
		ObservationHandler<ConnectObservationContext> contextCollector() {
			return new ObservationHandler<>() {
				@Override
				public void onStop(ConnectObservationContext context) {
					Application.this.contexts.add(context);
				}

				@Override
				public boolean supportsContext(Observation.Context context) {
					return context instanceof ConnectObservationContext;
				}
			};
		}

	}

}
