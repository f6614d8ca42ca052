package io.github.connectapi.test.spring;

import java.util.Map;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Renewal;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Starts the server of one context. Equal for equal attributes, so that contexts are
 * shared.
 *
 * @param tokenLifetimeMinutes see the annotation
 * @param renewal see the annotation
 * @param lockAccountAfter see the annotation
 */
record FakeConnectContextCustomizer(int tokenLifetimeMinutes, Renewal renewal,
		int lockAccountAfter) implements ContextCustomizer {

	static final String BEAN_NAME = "fakeConnectServer";

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		FakeConnectServer server = FakeConnectServer.builder()
			.tokenLifetimeMinutes(this.tokenLifetimeMinutes)
			.renewal(this.renewal)
			.lockAccountAfter(this.lockAccountAfter)
			.start();
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource(BEAN_NAME, Map.copyOf(server.properties())));
		DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
		beans.registerSingleton(BEAN_NAME, server);
		// First to be registered, so last to be closed: after what still talks to it.
		beans.registerDisposableBean(BEAN_NAME, server::close);
	}

}
