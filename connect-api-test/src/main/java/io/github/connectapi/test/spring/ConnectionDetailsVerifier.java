package io.github.connectapi.test.spring;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import io.github.connectapi.test.FakeConnectServer;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * {@link BeanPostProcessor} that lets a test fail whose application defines connection
 * details of another server. They replace the properties, so the test would send requests
 * to that server. The type is found by its name, because this module does not depend on
 * the starter.
 */
final class ConnectionDetailsVerifier implements BeanPostProcessor {

	private static final String TYPE = "io.github.connectapi.autoconfigure.ConnectConnectionDetails";

	private final FakeConnectServer server;

	ConnectionDetailsVerifier(FakeConnectServer server) {
		this.server = server;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		Arrays.stream(ClassUtils.getAllInterfaces(bean))
			.filter((type) -> type.getName().equals(TYPE))
			.map((type) -> ReflectionUtils.findMethod(type, "getBaseUrl"))
			.findFirst()
			.ifPresent((method) -> verify(bean, beanName, method));
		return bean;
	}

	private void verify(Object bean, String beanName, Method method) {
		ReflectionUtils.makeAccessible(method);
		String baseUrl = String.valueOf(ReflectionUtils.invokeMethod(method, bean));
		if (!List.of(this.server.baseUrl(), this.server.secureBaseUrl()).contains(baseUrl)) {
			throw new IllegalStateException(
					"The bean '%s' of type ConnectConnectionDetails uses %s, but this test is annotated with @WithFakeConnectServer and its server is %s. Do not define the bean in this test, or let it return the property getty.connect.base-url."
						.formatted(beanName, baseUrl, this.server.baseUrl()));
		}
	}

}
