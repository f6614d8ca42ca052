package io.github.connectapi.test;

import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReceivedRequestTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final RawClient client = new RawClient(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenRequestArrivesThenItIsRecorded() throws Exception {
		this.client.createSession();
		ReceivedRequest request = this.server.requests("CreateSession").get(0);
		assertThat(request.operation()).isEqualTo("CreateSession");
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.path()).isEqualTo("/v1/session/CreateSession");
		assertThat(request.contentType()).isEqualTo("application/json");
		assertThat(request.header("content-TYPE")).isEqualTo("application/json");
		assertThat(request.coordinationId()).isEqualTo("c-1");
		assertThat(request.tokenKind()).isEqualTo(TokenKind.NONE);
		assertThat(request.https()).isFalse();
		assertThat(request.fieldNames()).contains("RequestHeader", "RequestHeader.Token",
				"RequestHeader.CoordinationId", "CreateSessionRequestBody.SystemId",
				"CreateSessionRequestBody.UserPassword");
		assertThat(request.body()).contains("\"UserName\":\"fake-user\"", "\"Token\":null", "\"UserPassword\":\"***\"");
	}

	@Test
	void whenRequestHasSecretsThenTheyAreRedacted() throws Exception {
		String secure = RawClient.token(this.client.createSession(), "SecureToken");
		this.client.renewSession(secure);
		RawClient.HTTP.send(this.client
			.request("/v1/session/CreateSession/" + "fake-user-password",
					RawClient.envelope(secure, secure, "Odd",
							Map.of("UserPassword", "typed-wrong", "List", List.of("a fake-user-password b"), secure, 1,
									"fake-user-password", Map.of(secure, 2))))
			.header("Authorization", "Basic eDp5")
			.header("X-Leak", "secret " + secure)
			.build(), BodyHandlers.ofString());
		assertThat(this.server.requests()).hasSize(3);
		assertThat(this.server.requests().toString()).doesNotContain("fake-system-password", "fake-user-password",
				"typed-wrong", "eDp5", secure);
	}

	@Test
	void whenTokensAreSentThenTheirKindIsRecorded() throws Exception {
		var session = this.client.createSession();
		this.client.renewSession(RawClient.token(session, "SecureToken"));
		this.client.renewSession(RawClient.token(session, "Token"));
		this.client.renewSession(RawClient.token(this.client.createApplicationSession(), "Token"));
		this.client.renewSession("never-issued");
		this.client.renewSession("");
		assertThat(this.server.requests("RenewSession")).extracting(ReceivedRequest::tokenKind)
			.containsExactly(TokenKind.SECURE, TokenKind.STANDARD, TokenKind.APPLICATION, TokenKind.UNKNOWN,
					TokenKind.NONE);
	}

	@Test
	void whenBodyIsNotJsonThenOnlyItsLengthIsRecorded() throws Exception {
		this.client.post("/v1/session/CreateSession", "UserPassword=secret");
		assertThat(this.server.requests("CreateSession").get(0).body()).isEqualTo("(19 bytes, not a JSON object)");
	}

	@Test
	void whenRequestsAreClearedThenCountIsZero() throws Exception {
		this.client.createSession();
		assertThat(this.server.count("CreateSession")).isEqualTo(1);
		this.server.clearRequests();
		assertThat(this.server.count("CreateSession")).isZero();
	}

	@Test
	void whenRequestIsAwaitedThenWaitEndsOnArrival() throws Exception {
		CompletableFuture<List<ReceivedRequest>> awaited = CompletableFuture.supplyAsync(() -> {
			try {
				return this.server.awaitRequests("CreateSession", 2, Duration.ofSeconds(10));
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
		this.client.createSession();
		assertThat(awaited).isNotDone();
		this.client.createSession();
		assertThat(awaited.get(10, TimeUnit.SECONDS)).hasSize(2);
	}

	@Test
	void whenAwaitedRequestDoesNotArriveThenFailureListsReceivedRequests() throws Exception {
		this.client.createApplicationSession();
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.server.awaitRequests("CreateSession", 1, Duration.ofMillis(20)))
			.withMessageContaining("CreateApplicationSession (http, token NONE, coordination id c-3)");
	}

	@Test
	void whenOperationIsUnknownThenItIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.count("Createsession"));
	}

}
