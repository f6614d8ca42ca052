package io.github.connectapi.samples.quickstart;

import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;

import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionSnapshot;
import io.github.connectapi.test.FakeConnectServer;

/**
 * The application as it is, with the properties of a fake Connect API instead of its own.
 * Sessions of a minute are renewed after some seven seconds, so that there is something
 * to see.
 */
final class RunningQuickstart implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	RunningQuickstart(FakeConnectServer server, Map<String, String> changes) {
		Map<String, String> properties = new HashMap<>(server.properties());
		properties.put("getty.connect.session.renew-at", "0.12");
		properties.put("getty.connect.session.renew-jitter", "0");
		properties.put("spring.main.banner-mode", "off");
		properties.put("logging.level.root", "warn");
		properties.put("logging.level.io.github.connectapi", "off");
		properties.putAll(changes);
		String[] args = properties.entrySet()
			.stream()
			.map((property) -> "--" + property.getKey() + "=" + property.getValue())
			.toArray(String[]::new);
		this.context = SpringApplication.from(QuickstartApplication::main).run(args).getApplicationContext();
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

	@Override
	public void close() {
		this.context.close();
	}

}
