package io.github.connectapi.samples.quickstart;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;

import io.github.connectapi.autoconfigure.endpoint.ConnectAction;
import io.github.connectapi.autoconfigure.endpoint.ConnectEndpoint;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionSnapshot;
import io.github.connectapi.test.FakeConnectServer;

/**
 * The unchanged application, running with the properties of a fake Connect API. Sessions
 * last one minute and are renewed after about seven seconds, so that the demo is short.
 */
final class RunningQuickstart implements AutoCloseable {

	private static final String MANAGER = "gettyConnectSessionManager";

	private final ConfigurableApplicationContext context;

	RunningQuickstart(FakeConnectServer server, Map<String, String> overrides) {
		Map<String, String> properties = new HashMap<>(server.properties());
		properties.put("getty.connect.session.renew-at", "0.12");
		properties.put("getty.connect.session.renew-jitter", "0");
		properties.put("spring.main.banner-mode", "off");
		// There is no web server to expose the endpoint.
		properties.put("spring.jmx.enabled", "true");
		properties.put("management.endpoints.jmx.exposure.include", "gettyconnect");
		properties.put("logging.level.root", "warn");
		properties.put("logging.level.io.github.connectapi", "off");
		properties.putAll(overrides);
		String[] args = properties.entrySet()
			.stream()
			.map((property) -> "--" + property.getKey() + "=" + property.getValue())
			.toArray(String[]::new);
		this.context = SpringApplication.from(QuickstartApplication::main)
			.with(SessionEventRecorder.class)
			.run(args)
			.getApplicationContext();
	}

	PictureSearch search() {
		return this.context.getBean(PictureSearch.class);
	}

	PictureShop shop() {
		return this.context.getBean(PictureShop.class);
	}

	ConnectSessionManager sessions() {
		return this.context.getBean(ConnectSessionManager.class);
	}

	ConnectSessionSnapshot session() {
		return sessions().snapshot();
	}

	String health() {
		return this.context.getBean("gettyConnectHealthContributor", HealthIndicator.class)
			.health()
			.getStatus()
			.getCode();
	}

	/**
	 * Return whether the context runs with generated code: no bean processes annotations.
	 */
	boolean isGenerated() {
		return !this.context.containsBean(AnnotationConfigUtils.CONFIGURATION_ANNOTATION_PROCESSOR_BEAN_NAME);
	}

	/** Return the events that were published, in order. */
	String events() {
		return this.context.getBean(SessionEventRecorder.class)
			.events()
			.stream()
			.map((event) -> "%s (session %d)".formatted(event.getClass().getSimpleName(), event.generation()))
			.collect(Collectors.joining(", "));
	}

	/** Return the number of acquisitions and calls by operation and outcome. */
	String meters() {
		MeterRegistry registry = this.context.getBean(MeterRegistry.class);
		Map<String, Long> counts = Stream.of("getty.connect.acquisition", "getty.connect.call")
			.flatMap((name) -> registry.find(name).timers().stream())
			.collect(Collectors.toMap(RunningQuickstart::operationAndOutcome, Timer::count, Long::sum, TreeMap::new));
		return counts.entrySet()
			.stream()
			.map((count) -> "%s = %d".formatted(count.getKey(), count.getValue()))
			.collect(Collectors.joining(", "));
	}

	private static String operationAndOutcome(Timer timer) {
		return "%s %s".formatted(timer.getId().getTag("operation"), timer.getId().getTag("outcome"));
	}

	ConnectSessionSnapshot endpoint() {
		return Objects.requireNonNull(this.context.getBean(ConnectEndpoint.class).session(MANAGER));
	}

	void reset() {
		this.context.getBean(ConnectEndpoint.class).act(MANAGER, ConnectAction.RESET);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
