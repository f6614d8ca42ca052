package io.github.connectapi.test.readme;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.junit.FakeConnectExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static io.github.connectapi.test.assertj.ConnectAssertions.assertThat;

@ExtendWith(FakeConnectExtension.class)
class ClientTests {

	@Test
	void whenSessionIsCreatedThenThereIsOneLogin(FakeConnectServer server) throws Exception {
		RawClient client = new RawClient(server.baseUrl()); // the client under test
		client.createSession();
		assertThat(server).receivedExactly("CreateSession");
		assertThat(server).lastRequest("CreateSession").hasNoToken().usedHttp();
	}

}
