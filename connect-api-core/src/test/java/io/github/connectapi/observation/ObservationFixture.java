package io.github.connectapi.observation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.call.ConnectApiFactory;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.SessionManagerFactory;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Observed client, manager and API on a fake server in manual time. Records the
 * observations in the order of their end.
 */
final class ObservationFixture implements AutoCloseable {

	final ObservationRegistry registry = ObservationRegistry.create();

	final List<ConnectObservationContext> observed = new CopyOnWriteArrayList<>();

	final ManualTime time;

	final FakeConnectServer server;

	final ConnectClient client;

	final ConnectSessionManager manager;

	final ConnectApi connect;

	private ObservationFixture(ManualTime time, Function<ObservationRegistry, ConnectObservations> factory) {
		this.time = time;
		this.server = FakeConnectServer.builder().clock(time.clock()).start();
		this.registry.observationConfig().observationHandler(new RecordingHandler());
		ConnectObservations observations = factory.apply(this.registry);
		this.client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
			.clock(time.clock())
			.observations(observations)
			.build();
		this.manager = new SessionManagerFactory(() -> 0.5, time::advance).builder(this.client, FakeCredentials::get)
			.time(time.nanos(), time.clock())
			.scheduler(time.newScheduler())
			.observations(observations)
			.build();
		this.connect = ConnectApiFactory.create(
				ConnectApi.builder(this.client, this.manager).time(time.nanos()).observations(observations), () -> 0.5,
				time::advance);
	}

	static ObservationFixture create() {
		return new ObservationFixture(ManualTime.create(), ConnectObservations::of);
	}

	/** Acquisitions run on separate threads. */
	static ObservationFixture withThreads() {
		return withThreads(ConnectObservations::of);
	}

	static ObservationFixture withThreads(Function<ObservationRegistry, ConnectObservations> factory) {
		return new ObservationFixture(ManualTime.withThreads(), factory);
	}

	static ObservationFixture with(Function<ObservationRegistry, ConnectObservations> factory) {
		return new ObservationFixture(ManualTime.create(), factory);
	}

	void callGetCountries() {
		this.connect.call(ConnectOperations.GET_COUNTRIES, Map.of(), Object.class);
	}

	/** Return the only observation of this kind. */
	ConnectObservationContext only(ConnectObservation observation) {
		List<ConnectObservationContext> all = this.observed.stream()
			.filter((context) -> context.observation() == observation)
			.toList();
		assertThat(all).hasSize(1);
		return all.get(0);
	}

	@Override
	public void close() {
		this.manager.close();
		this.client.close();
		this.server.close();
	}

	private final class RecordingHandler implements ObservationHandler<ConnectObservationContext> {

		@Override
		public void onStop(ConnectObservationContext context) {
			ObservationFixture.this.observed.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof ConnectObservationContext;
		}

	}

}
