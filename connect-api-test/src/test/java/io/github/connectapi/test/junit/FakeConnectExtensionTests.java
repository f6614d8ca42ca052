package io.github.connectapi.test.junit;

import java.net.HttpURLConnection;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(FakeConnectExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FakeConnectExtensionTests {

	private static final Set<String> baseUrls = new HashSet<>();

	@Test
	@Order(1)
	void whenTestSetsFaultThenFaultOccurs(FakeConnectServer server) throws Exception {
		baseUrls.add(server.baseUrl());
		server.always("CreateSession", Fault.status(500));
		assertThat(status(server)).isEqualTo(500);
		assertThat(server.count("CreateSession")).isEqualTo(1);
	}

	@Test
	@Order(2)
	void whenNextTestStartsThenSameServerIsReset(FakeConnectServer server) throws Exception {
		baseUrls.add(server.baseUrl());
		assertThat(baseUrls).hasSize(1);
		assertThat(server.requests()).isEmpty();
		assertThat(status(server)).isEqualTo(400);
	}

	@Nested
	class Inner {

		@Test
		void whenTestIsNestedThenServerIsThatOfOuterClass(FakeConnectServer server) throws Exception {
			baseUrls.add(server.baseUrl());
			assertThat(baseUrls).hasSize(1);
			assertThat(status(server)).isEqualTo(400);
		}

	}

	private static int status(FakeConnectServer server) throws Exception {
		HttpURLConnection connection = (HttpURLConnection) URI.create(server.baseUrl() + "/v1/session/CreateSession")
			.toURL()
			.openConnection();
		connection.setRequestMethod("POST");
		return connection.getResponseCode();
	}

}
