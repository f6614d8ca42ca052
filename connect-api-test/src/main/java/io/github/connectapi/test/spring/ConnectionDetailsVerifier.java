package io.github.connectapi.test.spring;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import io.github.connectapi.test.FakeConnectServer;
import org.jspecify.annotations.Nullable;

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
			.findFirst()
			.ifPresent((type) -> verify(bean, beanName, type));
		return bean;
	}

	private void verify(Object bean, String beanName, Class<?> type) {
		String baseUrl = String.valueOf(call(bean, type, "getBaseUrl"));
		if (!List.of(this.server.baseUrl(), this.server.secureBaseUrl()).contains(baseUrl)) {
			throw otherServer(beanName, baseUrl, "getty.connect.base-url");
		}
		Object tokenUri = call(bean, type, "getTokenUri");
		if (tokenUri != null && !tokenUri.toString().equals(this.server.tokenUri())) {
			throw otherServer(beanName, tokenUri, FakeConnectContextCustomizer.TOKEN_URI);
		}
	}

	private static @Nullable Object call(Object bean, Class<?> type, String name) {
		Method method = Objects.requireNonNull(ReflectionUtils.findMethod(type, name));
		ReflectionUtils.makeAccessible(method);
		return ReflectionUtils.invokeMethod(method, bean);
	}

	private IllegalStateException otherServer(String beanName, Object address, String property) {
		return new IllegalStateException(
				"The bean '%s' of type ConnectConnectionDetails uses %s, but this test is annotated with @WithFakeConnectServer and its server is %s. Do not define the bean in this test, or let it return the property %s."
					.formatted(beanName, address, this.server.baseUrl(), property));
	}

}
