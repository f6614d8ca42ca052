package io.github.connectapi.security;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
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

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectBackoffException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectCredentials;
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
import io.github.connectapi.autoconfigure.health.ConnectHealthIndicator;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.ConnectClientCustomizer;
import io.github.connectapi.download.CreateDownloadRequest;
import io.github.connectapi.download.CreateDownloadRequestResult;
import io.github.connectapi.metrics.ConnectFailureMetrics;
import io.github.connectapi.metrics.ConnectSessionMetrics;
import io.github.connectapi.observation.CodeCardinalityLimiter;
import io.github.connectapi.observation.ConnectObservation;
import io.github.connectapi.observation.ConnectObservationContext;
import io.github.connectapi.observation.ConnectObservationConvention;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.observation.ConnectOutcome;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;
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
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;
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

/**
 * Instances of our public types that were made with, or have handled, secrets that are
 * all the same canary. A new public type has to be added here.
 */
final class Fixtures implements AutoCloseable {

	static final String CANARY = "c\"anary/Ä+1234567";

	/** Without an instance: constants and static methods only. */
	private static final Set<Class<?>> STATELESS = Set.of(ConnectOperations.class, GatewayFault.class,
			StreamFault.class, ConnectAssertions.class, FakeConnectMain.class, WithFakeConnectServer.class);

	private final FakeConnectServer server = builder().start();

	private final List<Object> specimens = new ArrayList<>();

	private final ConfigurableApplicationContext context;

	Fixtures() {
		this.context = new SpringApplicationBuilder(App.class).web(WebApplicationType.NONE)
			.run("--getty.connect.base-url=" + this.server.baseUrl(), "--getty.connect.system-id=system",
					"--getty.connect.system-password=" + CANARY, "--getty.connect.user-name=user",
					"--getty.connect.user-password=" + CANARY, "--spring.jmx.enabled=true",
					"--management.endpoints.jmx.exposure.include=gettyconnect");
		addValues();
		addWorkers();
		addCalls();
		addFailures();
		addSignals();
		addTestKit();
	}

	Stream<Object> all() {
		return this.specimens.stream();
	}

	boolean knows(Class<?> type) {
		return STATELESS.contains(type) || this.specimens.stream().anyMatch(type::isInstance);
	}

	@Override
	public void close() {
		this.context.close();
		this.server.close();
	}

	private void addValues() {
		ConnectCredentials credentials = ConnectCredentials.of("system", CANARY, "user", CANARY);
		ConnectSession session = ConnectSession.of(CANARY, Duration.ofMinutes(1)).withSecureToken(CANARY);
		add(Secret.of(CANARY), credentials, session, BaseUrl.of(BaseUrl.DEFAULT), RetrySettings.defaults(),
				SessionSettings.defaults(), new BackoffSettings(Duration.ofSeconds(1), Duration.ofSeconds(2)),
				ConnectSessionSnapshot.State.NONE, (ConnectCredentialsProvider) () -> credentials,
				(ConnectClientCustomizer) (builder) -> builder.defaultHeader("X-Key", CANARY), (Sleeper) (pause) -> {
				});
	}

	private void addWorkers() {
		ConnectSessionManager manager = this.context.getBean(ConnectSessionManager.class);
		manager.getSession();
		manager.reset();
		add(manager, manager.getSession(), manager.snapshot(), this.context.getBean(ConnectClient.class),
				this.context.getBean(ConnectConnectionDetails.class),
				this.context.getBean(ConnectCredentialsProvider.class), new ConnectHealthIndicator(manager),
				new ConnectHealthIndicator(manager).health(), ConnectClient.builder(BaseUrl.of(BaseUrl.DEFAULT)),
				ConnectSessionManager.builder(this.context.getBean(ConnectClient.class),
						() -> ConnectCredentials.of("system", CANARY, "user", CANARY)),
				new Retry(RetrySettings.defaults(), () -> 0, () -> 0, (pause) -> {
				}), Beans.tls());
		Stream
			.of("io.github.connectapi.autoconfigure.GettyConnectAutoConfiguration",
					"io.github.connectapi.autoconfigure.health.ConnectHealthAutoConfiguration",
					"io.github.connectapi.autoconfigure.endpoint.ConnectEndpointAutoConfiguration",
					"io.github.connectapi.autoconfigure.endpoint.ConnectSanitizingAutoConfiguration",
					"io.github.connectapi.autoconfigure.observation.ConnectMetricsAutoConfiguration",
					"io.github.connectapi.autoconfigure.startup.ConnectStartupAutoConfiguration")
			.map(this.context::getBean)
			.forEach(this::add);
	}

	/**
	 * What an application asks for and gets is its own; no secret of ours is in there.
	 */
	private void addCalls() {
		ConnectApi connect = this.context.getBean(ConnectApi.class);
		SearchForImages search = new SearchForImages("tree").inFamilies("creative");
		ConnectResponse<SearchForImagesResult> found = connect
			.exchange(ConnectRequest.of(ConnectOperations.SEARCH_FOR_IMAGES, search), SearchForImagesResult.class);
		CreateDownloadRequest download = CreateDownloadRequest.of("download");
		add(connect,
				ConnectApi.builder(this.context.getBean(ConnectClient.class),
						this.context.getBean(ConnectSessionManager.class)),
				ConnectOperations.SEARCH_FOR_IMAGES, ConnectRequest.of(ConnectOperations.SEARCH_FOR_IMAGES, search),
				this.context.getBean(ConnectClient.class)
					.prepare(ConnectRequest.of(ConnectOperations.REPORT_USAGE, Map.of("Note", CANARY)), Void.class),
				search, search.query(), search.filter(), search.resultOptions(), found, found.result(),
				found.result().images().get(0), new ImageSearch(connect), download, download.downloadItems().get(0),
				new CreateDownloadRequestResult(null),
				new CreateDownloadRequestResult.DownloadUrl("1", "Large", "success", "https://example.com/1"));
	}

	/** Thrown by the client after a server has repeated all that it was sent. */
	private void addFailures() {
		ConnectClient client = this.context.getBean(ConnectClient.class);
		String said = "no \"" + CANARY + "\" here";
		for (Fault fault : List.of(Fault.status(503).header("X-Error-Detail", "down"), Fault.error("SystemError", said),
				Fault.error("InvalidSystemIdOrPassword", said), Fault.garbage(), Fault.status(302),
				Fault.error("Odd", said))) {
			this.server.enqueue(FakeConnectServer.ANY_OPERATION, fault, fault);
			addFailure(() -> client.createSession(ConnectCredentials.of("system", CANARY, "user", CANARY),
					Duration.ofSeconds(20)));
			addFailure(() -> client.renewSession(Secret.of(CANARY), ConnectCredentials.ofApplication("system", CANARY),
					Duration.ofSeconds(20)));
		}
		add(new ConnectClosedException("closed"), new ConnectInterruptedException("interrupted"),
				new ConnectWaitTimeoutException("timeout"));
	}

	private void addFailure(Runnable call) {
		try {
			call.run();
			throw new AssertionError("no failure");
		}
		catch (ConnectApiException ex) {
			ConnectApiException shared = ex.copyForCaller();
			shared.addSuppressed(ex);
			add(ex, shared, ex.failure(), new ConnectBackoffException(Instant.EPOCH, Duration.ofSeconds(1), ex),
					new ConnectSessionSnapshot.LastFailure(Instant.EPOCH, String.valueOf(ex.getMessage()),
							ex.failure().operation(), ex.failure().code(), ex.failure().coordinationId(), false, 1),
					new ConnectSessionEvent.Unavailable(Instant.EPOCH, 1, ex, 1, Instant.EPOCH),
					new ConnectSessionEvent.RenewalFailed(Instant.EPOCH, 1, ex, 1, Instant.EPOCH),
					new ConnectSessionEvent.Rejected(Instant.EPOCH, 1, ex, 1, Instant.EPOCH, true));
			ex.failure().statuses().forEach((ConnectStatus status) -> add(status));
			if (ex instanceof ConnectTokenRejectedException refused) {
				add(refused);
			}
		}
	}

	/** What was heard, observed, measured and shown meanwhile. */
	private void addSignals() {
		App app = this.context.getBean(App.class);
		add(app.events.toArray());
		add(app.observed.toArray());
		add(new ConnectSessionEvent.Created(Instant.EPOCH, 1, Instant.EPOCH),
				new ConnectSessionEvent.Renewed(Instant.EPOCH, 1, Instant.EPOCH),
				new ConnectSessionEvent.Recovered(Instant.EPOCH, 1, Instant.EPOCH, 1),
				new ConnectSessionEvent.Invalidated(Instant.EPOCH, 1),
				new ConnectSessionEvent.Expired(Instant.EPOCH, 1), new ConnectSessionEvent.Reset(Instant.EPOCH, 1),
				new ConnectSessionEvent.Closed(Instant.EPOCH, 1), ConnectOutcome.SUCCESS, new CodeCardinalityLimiter(),
				ConnectObservationConvention.DEFAULT, this.context.getBean(ConnectObservations.class),
				ConnectObservation.CALL, ConnectObservation.LowCardinality.CODE,
				ConnectObservation.HighCardinality.COORDINATION_ID, (ConnectSessionListener) (event) -> {
				}, new ConnectFailureMetrics(this.context.getBean(MeterRegistry.class), Tags.empty()),
				new ConnectSessionMetrics(this.context.getBean(ConnectSessionManager.class), Tags.empty()));
		ConnectEndpoint endpoint = this.context.getBean(ConnectEndpoint.class);
		add(endpoint, endpoint.sessions(), ConnectAction.RESET);
		endpoint.sessions().forEach((name, session) -> {
			add(session, endpoint.act(name, ConnectAction.RENEW).getBody());
		});
	}

	private void addTestKit() {
		add(this.server, builder(), this.server.accounts(), Fault.error("SystemError", "said"),
				new FakeConnectExtension(builder()), ConnectAssertions.assertThat(this.server), Renewal.values()[0],
				ServerCertificate.VALID, TokenKind.values()[0], ManualTime.create());
		for (ReceivedRequest request : this.server.requests()) {
			add(request, request.summary(), ConnectAssertions.assertThat(request), assertionMessage(request));
		}
		add(ReceivedRequest.list(this.server.requests()), this.server.accounts().toString());
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
		this.specimens.addAll(Arrays.asList(more));
	}

	private static FakeConnectServerBuilder builder() {
		return FakeConnectServer.builder().system("system", CANARY).user("user", CANARY, "1");
	}

	/** What needs a checked exception or a platform default. */
	private static final class Beans {

		static ConnectTls tls() {
			try {
				return ConnectTls.of(SSLContext.getDefault());
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class App {

		final List<Object> events = new CopyOnWriteArrayList<>();

		final List<Object> observed = new CopyOnWriteArrayList<>();

		@EventListener
		void on(ConnectSessionEvent event) {
			this.events.add(event);
		}

		@Bean
		ObservationHandler<ConnectObservationContext> keeping() {
			return new ObservationHandler<>() {
				@Override
				public void onStop(ConnectObservationContext context) {
					App.this.observed.add(context);
				}

				@Override
				public boolean supportsContext(Observation.Context context) {
					return context instanceof ConnectObservationContext;
				}
			};
		}

	}

}
