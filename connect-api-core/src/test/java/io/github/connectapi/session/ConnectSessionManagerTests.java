package io.github.connectapi.session;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.connectapi.ConnectSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A fake manager needs to implement only one of the two blocking methods.
 */
class ConnectSessionManagerTests {

	@Test
	void whenOnlyTheMethodWithATimeoutIsImplementedThenTheOtherOneCallsIt() {
		ConnectSession session = ConnectSession.of("token", Duration.ofMinutes(30));
		List<Object> timeouts = new ArrayList<>();
		InvocationHandler handler = (proxy, method, args) -> {
			if (method.isDefault()) {
				return InvocationHandler.invokeDefault(proxy, method, args);
			}
			timeouts.add(args[0]);
			return session;
		};
		ConnectSessionManager fake = (ConnectSessionManager) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { ConnectSessionManager.class }, handler);

		assertThat(fake.getSession()).isSameAs(session);
		assertThat(timeouts).containsExactly(Duration.ofSeconds(10));
	}

}
