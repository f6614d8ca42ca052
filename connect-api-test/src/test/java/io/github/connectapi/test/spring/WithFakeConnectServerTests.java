package io.github.connectapi.test.spring;

import io.github.connectapi.test.FakeConnectServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = WithFakeConnectServerTests.Application.class,
		properties = "getty.connect.base-url=https://example.invalid")
@WithFakeConnectServer
class WithFakeConnectServerTests {

	@Autowired
	private FakeConnectServer server;

	@Autowired
	private Environment environment;

	@Test
	void whenContextStartsThenPropertiesReferToServer() {
		this.server.properties()
			.forEach((name, value) -> assertThat(this.environment.getProperty(name)).isEqualTo(value));
	}

	@Nested
	class Inner {

		@Test
		void whenTestIsNestedThenServerIsThatOfOuterClass(@Autowired FakeConnectServer inner) {
			assertThat(inner).isSameAs(WithFakeConnectServerTests.this.server);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

	}

}
