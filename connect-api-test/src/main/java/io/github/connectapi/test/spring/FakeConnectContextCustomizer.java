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
 * Starts the server of an application context. Customizers with equal attributes are
 * equal, so that their contexts are shared.
 *
 * @param tokenLifetimeMinutes the attribute of the annotation
 * @param renewal the attribute of the annotation
 * @param lockAccountAfter the attribute of the annotation
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
		// Registered first and closed last, after the beans that may still use the
		// server.
		beans.registerDisposableBean(BEAN_NAME, server::close);
		beans.addBeanPostProcessor(new ConnectionDetailsVerifier(server));
	}

}
