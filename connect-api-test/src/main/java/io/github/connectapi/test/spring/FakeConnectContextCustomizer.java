package io.github.connectapi.test.spring;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Renewal;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
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
 * @param user the attribute of the annotation
 */
record FakeConnectContextCustomizer(int tokenLifetimeMinutes, Renewal renewal, int lockAccountAfter,
		boolean user) implements ContextCustomizer {

	static final String BEAN_NAME = "fakeConnectServer";

	static final String TOKEN_URI = "getty.connect.oauth2.token-uri";

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		FakeConnectServer server = FakeConnectServer.builder()
			.tokenLifetimeMinutes(this.tokenLifetimeMinutes)
			.renewal(this.renewal)
			.lockAccountAfter(this.lockAccountAfter)
			.start();
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource(BEAN_NAME, properties(server, sessionType(context.getEnvironment()))));
		DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
		beans.registerSingleton(BEAN_NAME, server);
		// Registered first and closed last, after the beans that may still use the
		// server.
		beans.registerDisposableBean(BEAN_NAME, server::close);
		beans.addBeanPostProcessor(new ConnectionDetailsVerifier(server));
	}

	private Map<String, Object> properties(FakeConnectServer server, String sessionType) {
		boolean oauth2 = sessionType.equals("oauth2");
		Map<String, Object> properties = new HashMap<>(oauth2 ? server.oauth2Properties() : server.properties());
		properties.put(TOKEN_URI, server.tokenUri());
		properties.put("getty.connect.rest.base-url", server.baseUrl());
		if (sessionType.equals("application") || (oauth2 && !this.user)) {
			properties.remove("getty.connect.user-name");
			properties.remove("getty.connect.user-password");
		}
		return properties;
	}

	private static String sessionType(Environment environment) {
		return environment.getProperty("getty.connect.session.type", "user").toLowerCase(Locale.ROOT);
	}

}
