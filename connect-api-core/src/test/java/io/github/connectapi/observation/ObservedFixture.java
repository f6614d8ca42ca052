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
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Client, manager and API, all observed, on a fake server in manual time. Keeps what was
 * observed, in the order of its end.
 */
final class ObservedFixture implements AutoCloseable {

	final ObservationRegistry registry = ObservationRegistry.create();

	final List<ConnectObservationContext> observed = new CopyOnWriteArrayList<>();

	final ManualTime time;

	final FakeConnectServer server;

	final ConnectClient client;

	final ConnectSessionManager manager;

	final ConnectApi connect;

	private ObservedFixture(ManualTime time, Function<ObservationRegistry, ConnectObservations> observing) {
		this.time = time;
		this.server = FakeConnectServer.builder().clock(time.clock()).start();
		this.registry.observationConfig().observationHandler(new Keeping());
		ConnectObservations observations = observing.apply(this.registry);
		this.client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
			.clock(time.clock())
			.observations(observations)
			.build();
		this.manager = ConnectSessionManager.builder(this.client, FakeCredentials::get)
			.time(time.nanos(), time.clock())
			.scheduler(time.newScheduler())
			.random(() -> 0.5)
			.sleeper(time::advance)
			.observations(observations)
			.build();
		this.connect = ConnectApiFactory.create(
				ConnectApi.builder(this.client, this.manager).time(time.nanos()).observations(observations), () -> 0.5,
				time::advance);
	}

	static ObservedFixture create() {
		return new ObservedFixture(ManualTime.create(), ConnectObservations::of);
	}

	/** Acquisitions run on threads of their own. */
	static ObservedFixture withThreads() {
		return withThreads(ConnectObservations::of);
	}

	static ObservedFixture withThreads(Function<ObservationRegistry, ConnectObservations> observing) {
		return new ObservedFixture(ManualTime.withThreads(), observing);
	}

	static ObservedFixture with(Function<ObservationRegistry, ConnectObservations> observing) {
		return new ObservedFixture(ManualTime.create(), observing);
	}

	void callGetCountries() {
		this.connect.call(ConnectOperations.GET_COUNTRIES, Map.of(), Object.class);
	}

	/** The one of its kind. */
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

	private final class Keeping implements ObservationHandler<ConnectObservationContext> {

		@Override
		public void onStop(ConnectObservationContext context) {
			ObservedFixture.this.observed.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof ConnectObservationContext;
		}

	}

}
