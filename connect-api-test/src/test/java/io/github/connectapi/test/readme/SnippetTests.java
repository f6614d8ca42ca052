package io.github.connectapi.test.readme;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.GatewayFault;
import io.github.connectapi.test.RawClient;
import io.github.connectapi.test.Renewal;
import io.github.connectapi.test.junit.FakeConnectExtension;
import io.github.connectapi.test.time.ManualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class SnippetTests {

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension(
			FakeConnectServer.builder().renewal(Renewal.SAME_PAIR));

	@Test
	void whenFaultsAreScriptedThenTheyOccur() throws Exception {
		FakeConnectServer server = connect.server();
		server.enqueue("CreateSession", Fault.status(503).retryAfter("2"), Fault.drop());
		server.enqueue("CreateSession", Fault.normal().set("/CreateSessionResult/TokenDurationMinutes", "thirty"));
		server.enqueue("SearchForImages", GatewayFault.overQps());
		server.always("RenewSession", Fault.error("AUTH-021", "Not valid."));
		RawClient client = new RawClient(server.baseUrl());
		assertThat(client.post("/v1/session/CreateSession", "{}").statusCode()).isEqualTo(503);
		assertThat(client.post("/v1/search/SearchForImages", "{}").statusCode()).isEqualTo(403);
		assertThat(RawClient.code(client.renewSession("token"))).isEqualTo("AUTH-021");
	}

	@Test
	void whenTimeIsAdvancedThenSubjectReadsIt() {
		ManualTime time = ManualTime.create();
		Subject subject = new Subject(time.clock(), time.nanos(), time.scheduler());
		time.advance(Duration.ofMinutes(24));
		assertThat(subject.clock().instant()).isEqualTo("2026-01-01T00:24:00Z");
	}

	private record Subject(InstantSource clock, LongSupplier nanos, ScheduledExecutorService scheduler) {
	}

}
