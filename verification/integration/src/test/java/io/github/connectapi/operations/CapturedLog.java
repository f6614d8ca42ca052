package io.github.connectapi.operations;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.observation.ConnectObservations;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.session.ConnectSessionListener;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionManagerBuilder;
import io.github.connectapi.session.SessionManagerFactory;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

/**
 * Lets happen what is worth a line in the log, and keeps the lines.
 */
final class CapturedLog implements AutoCloseable {

	private static final Pattern KEY = Pattern.compile("(\\w+)=");

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.connectapi");

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	private final ManualTime time = ManualTime.create();

	private final FakeConnectServer server = FakeConnectServer.builder().clock(this.time.clock()).https(true).start();

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl()))
		.clock(this.time.clock())
		.build();

	private CapturedLog() {
		this.logger.setLevel(Level.DEBUG);
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	/** The lines, each kind once. */
	static Set<Line> ofEverything() {
		try (CapturedLog journal = new CapturedLog()) {
			journal.lifeOfASession();
			journal.listeners();
			journal.server.clearFaults();
			journal.resetWhileValid();
			journal.observations();
			journal.settings();
			return journal.lines();
		}
	}

	private void lifeOfASession() {
		try (ConnectSessionManager manager = builder().build()) {
			manager.getSession();
			manager.renew();
			this.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
			manager.renew();
			this.server.clearFaults();
			this.time.advance(Duration.ofMinutes(2));
			this.server.always(FakeConnectServer.ANY_OPERATION, Fault.error("InvalidSystemIdOrPassword", "no"));
			manager.renew();
			this.time.advance(Duration.ofHours(1));
			this.server.clearFaults();
			manager.reset();
			this.server.always("GetCountries", Fault.normal().set("/ResponseHeader/CoordinationId", "another"));
			ConnectApi.builder(this.client, manager)
				.build()
				.call(ConnectOperations.GET_COUNTRIES, Map.of(), Object.class);
			this.time.suspend(Duration.ofHours(2));
			manager.invalidate(manager.getSession());
			this.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
			this.time.suspend(Duration.ofHours(2));
			catchThrowable(manager::getSession);
		}
	}

	private void resetWhileValid() {
		try (ConnectSessionManager manager = builder().build()) {
			manager.getSession();
			this.server.always("RenewSession", Fault.status(503));
			manager.renew();
			this.server.clearFaults();
			manager.reset();
		}
	}

	/** With a handler that throws. */
	private void observations() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<>() {
			@Override
			public void onStart(Observation.Context context) {
				throw new IllegalStateException("a handler of an application");
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}
		});
		try (ConnectSessionManager manager = builder().observations(ConnectObservations.of(registry)).build()) {
			manager.getSession();
		}
	}

	/** One that throws at the first event, and hangs until far too many wait. */
	private void listeners() {
		CountDownLatch enough = new CountDownLatch(1);
		ConnectSessionListener listener = (event) -> {
			await().until(() -> enough.getCount() == 0);
			throw new IllegalStateException("a listener of an application");
		};
		try (ConnectSessionManager manager = builder().listener(listener).build()) {
			for (int i = 0; i < 1005; i++) {
				manager.reset();
				catchThrowable(manager::getSession);
			}
			enough.countDown();
			await().until(() -> lines().stream().anyMatch((line) -> line.sentence().endsWith("listener failed")));
		}
	}

	private void settings() {
		try (Operated app = Operated.with(Map.of("getty.connect.ssl.bundle", "getty", "getty.connect.base-url",
				this.server.secureBaseUrl(), "spring.ssl.bundle.pem.getty.truststore.certificate",
				this.server.certificateAuthority(), "logging.level.io.github.connectapi", "debug"))) {
			SslBundle bundle = app.bean(SslBundles.class).getBundle("getty");
			// The start of the application stopped and removed it.
			this.appender.start();
			this.logger.addAppender(this.appender);
			app.bean(SslBundleRegistry.class).updateBundle("getty", bundle);
			app.rebind("getty.connect.user-password=another");
			app.rebind("getty.connect.user-name= ");
		}
	}

	private ConnectSessionManagerBuilder builder() {
		ConnectCredentials credentials = ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
				FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME,
				FakeConnectServerBuilder.USER_PASSWORD);
		return new SessionManagerFactory(() -> 0.5, this.time::advance).builder(this.client, () -> credentials)
			.time(this.time.nanos(), this.time.clock())
			.scheduler(this.time.newScheduler());
	}

	private Set<Line> lines() {
		return List.copyOf(this.appender.list)
			.stream()
			.map(Line::of)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.appender);
		this.logger.setLevel(null);
		this.client.close();
		this.server.close();
	}

	/**
	 * A kind of line.
	 *
	 * @param level how bad it is
	 * @param logger the simple name of its class
	 * @param sentence what happened
	 * @param keys of the details that follow
	 */
	record Line(String level, String logger, String sentence, List<String> keys) {

		static Line of(ILoggingEvent event) {
			String[] parts = event.getFormattedMessage().split(": ", 2);
			Matcher keys = KEY.matcher((parts.length > 1) ? parts[1].replaceAll("\"[^\"]*\"", "") : "");
			return new Line(event.getLevel().toString(),
					event.getLoggerName().substring(event.getLoggerName().lastIndexOf('.') + 1), parts[0],
					keys.results().map((key) -> key.group(1)).toList());
		}

	}

}
