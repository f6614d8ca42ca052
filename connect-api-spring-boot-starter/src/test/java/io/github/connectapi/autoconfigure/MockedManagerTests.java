package io.github.connectapi.autoconfigure;

import java.time.Duration;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.session.ConnectSessionManager;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/**
 * Tests for an application whose manager is a mock, which requires no properties.
 */
@SpringBootTest
class MockedManagerTests {

	@MockitoBean
	private ConnectSessionManager manager;

	@Test
	void whenTheManagerIsMockedThenNoCredentialsAreRequired() {
		ConnectSession session = ConnectSession.of("token", Duration.ofMinutes(30));
		given(this.manager.getSession()).willReturn(session);
		assertThat(this.manager.getSession()).isSameAs(session);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class App {

	}

}
