package io.github.connectapi.autoconfigure;

import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.spring.WithFakeConnectServer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a Spring Boot application with a fake server.
 */
@SpringBootTest
@WithFakeConnectServer
class SpringBootApplicationTests {

	@Autowired
	private ConnectSessionManager manager;

	@Autowired
	private FakeConnectServer server;

	@Test
	void whenTheManagerIsInjectedThenItReturnsASession() {
		assertThat(this.server.accepts(this.manager.getSession().token().reveal())).isTrue();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class App {

	}

}
