package io.github.connectapi.samples.quickstart;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;

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
 * The application as it is, with the properties of a fake Connect API instead of its own.
 * Sessions of a minute are renewed after some seven seconds, so that there is something
 * to see.
 */
final class RunningQuickstart implements AutoCloseable {

	private static final String MANAGER = "gettyConnectSessionManager";

	private final ConfigurableApplicationContext context;

	RunningQuickstart(FakeConnectServer server, Map<String, String> changes) {
		Map<String, String> properties = new HashMap<>(server.properties());
		properties.put("getty.connect.session.renew-at", "0.12");
		properties.put("getty.connect.session.renew-jitter", "0");
		properties.put("spring.main.banner-mode", "off");
		// There is no web server to show the endpoint.
		properties.put("spring.jmx.enabled", "true");
		properties.put("management.endpoints.jmx.exposure.include", "gettyconnect");
		properties.put("logging.level.root", "warn");
		properties.put("logging.level.io.github.connectapi", "off");
		properties.putAll(changes);
		String[] args = properties.entrySet()
			.stream()
			.map((property) -> "--" + property.getKey() + "=" + property.getValue())
			.toArray(String[]::new);
		this.context = SpringApplication.from(QuickstartApplication::main)
			.with(HeardEvents.class)
			.run(args)
			.getApplicationContext();
	}

	PictureSearch search() {
		return this.context.getBean(PictureSearch.class);
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

	/** Whether its beans come from generated code: nothing looks for annotations. */
	boolean isGenerated() {
		return !this.context.containsBean(AnnotationConfigUtils.CONFIGURATION_ANNOTATION_PROCESSOR_BEAN_NAME);
	}

	/** What the application was told, in its order. */
	String events() {
		return this.context.getBean(HeardEvents.class).kinds();
	}

	/**
	 * How often sessions were acquired and calls made, as the application's registry
	 * counts.
	 */
	String meters() {
		MeterRegistry registry = this.context.getBean(MeterRegistry.class);
		return Stream.of("getty.connect.acquisition", "getty.connect.call")
			.flatMap((name) -> registry.find(name).timers().stream())
			.map((timer) -> timer.count() + " " + timer.getId().getTag("operation") + " "
					+ timer.getId().getTag("outcome"))
			.sorted()
			.collect(Collectors.joining(", "));
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
