package io.github.connectapi.test.readme;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.spring.WithFakeConnectServer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@WithFakeConnectServer(tokenLifetimeMinutes = 5)
class OrderTests {

	@Autowired
	private FakeConnectServer server;

	@Test
	void whenApiIsUnavailableThenOrderIsDeferred() {
		this.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
		// call the application and verify its behavior
	}

}
