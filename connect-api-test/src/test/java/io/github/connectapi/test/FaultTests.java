package io.github.connectapi.test;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Timeout(30)
class FaultTests {

	private static final String CREATE = "CreateSession";

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final RawClient client = new RawClient(this.server);

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenFaultsAreEnqueuedThenEachOccursOnceInOrder() throws Exception {
		this.server.enqueue(CREATE, Fault.status(503).retryAfter("7"), Fault.error("SystemError", "Down."));
		HttpResponse<String> first = post();
		assertThat(first.statusCode()).isEqualTo(503);
		assertThat(first.body()).isEmpty();
		assertThat(first.headers().firstValue("Retry-After")).hasValue("7");
		assertThat(RawClient.code(RawClient.json(post()))).isEqualTo("SystemError");
		assertThat(RawClient.status(RawClient.json(post()))).isEqualTo("success");
	}

	@Test
	void whenFaultIsPermanentThenItOccursUntilFaultsAreCleared() throws Exception {
		this.server.always(CREATE, Fault.status(500).body("text/html", "<h1>500</h1>"));
		assertThat(post().body()).isEqualTo("<h1>500</h1>");
		assertThat(post().statusCode()).isEqualTo(500);
		this.server.clearFaults();
		assertThat(post().statusCode()).isEqualTo(200);
	}

	@Test
	void whenFaultIsEnqueuedThenItTakesPrecedenceOverPermanentOne() throws Exception {
		this.server.always(CREATE, Fault.status(500));
		this.server.enqueue(CREATE, Fault.status(502));
		assertThat(post().statusCode()).isEqualTo(502);
		assertThat(post().statusCode()).isEqualTo(500);
	}

	@Test
	void whenFaultIsForOneOperationThenOthersAreNotAffected() throws Exception {
		this.server.always("RenewSession", Fault.status(500));
		assertThat(post().statusCode()).isEqualTo(200);
	}

	@Test
	void whenFaultIsForAnyOperationThenItOccursForAll() throws Exception {
		this.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(500));
		assertThat(post().statusCode()).isEqualTo(500);
		assertThat(this.client.postRenewal("any").statusCode()).isEqualTo(500);
	}

	@Test
	void whenOperationIsUnknownThenMessageListsOperations() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.enqueue("createSession", Fault.drop()))
			.withMessageContaining("RenewSession");
	}

	@Test
	void whenErrorHasHttpStatusThenEnvelopeIsSentWithIt() throws Exception {
		this.server.enqueue(CREATE, Fault.error("AUTH-012", null).httpStatus(401));
		HttpResponse<String> response = post();
		assertThat(response.statusCode()).isEqualTo(401);
		JsonNode envelope = RawClient.json(response);
		assertThat(RawClient.code(envelope)).isEqualTo("AUTH-012");
		assertThat(envelope.at("/ResponseHeader/StatusList/0/Type").asString()).isEqualTo("Error");
		assertThat(envelope.at("/ResponseHeader/CoordinationId").asString()).isEqualTo("c-1");
	}

	@Test
	void whenWarningIsReturnedThenResultIsUsable() throws Exception {
		this.server.enqueue(CREATE, Fault.warning("DefaultLanguageUsed", "English."));
		JsonNode envelope = RawClient.json(post());
		assertThat(RawClient.status(envelope)).isEqualTo("warning");
		assertThat(envelope.at("/ResponseHeader/StatusList/0/Type").asString()).isEqualTo("Warning");
		assertThat(this.server.accepts(RawClient.token(envelope, "SecureToken"))).isTrue();
	}

	@Test
	void whenResultIsGivenThenItIsReturnedUnchanged() throws Exception {
		this.server.enqueue(CREATE, Fault.result("{\"Token\": \"t\", \"TokenDurationMinutes\": \"30.5\"}"));
		JsonNode envelope = RawClient.json(post());
		assertThat(RawClient.status(envelope)).isEqualTo("success");
		assertThat(envelope.path("CreateSessionResult").toString())
			.isEqualTo("{\"Token\":\"t\",\"TokenDurationMinutes\":\"30.5\"}");
	}

	@Test
	void whenResultIsGivenThenTokenIsChecked() throws Exception {
		this.server.always("GetCountries", Fault.result("{\"Countries\": []}"));
		String token = RawClient.token(this.client.createSession(), "Token");
		assertThat(getCountries(token).path("GetCountriesResult").toString()).isEqualTo("{\"Countries\":[]}");
		this.server.advanceClock(Duration.ofMinutes(31));
		JsonNode expired = getCountries(token);
		assertThat(RawClient.code(expired)).isEqualTo("AUTH-012");
		assertThat(expired.path("GetCountriesResult").isNull()).isTrue();
	}

	@Test
	void whenResultHasOtherBodyThenTokenIsNotChecked() throws Exception {
		this.server.enqueue("GetCountries", Fault.status(200).body("application/json", "{}"));
		assertThat(getCountries("unknown").toString()).isEqualTo("{}");
	}

	@Test
	void whenOperationIsPerformedTwiceThenSecondResponseIsReturned() throws Exception {
		try (FakeConnectServer strict = FakeConnectServer.builder()
			.https(false)
			.renewal(Renewal.NEW_PAIR_OLD_REVOKED)
			.start()) {
			RawClient strictClient = new RawClient(strict);
			String token = RawClient.token(strictClient.createSession(), "SecureToken");
			strict.enqueue("RenewSession", Fault.twice());
			assertThat(RawClient.status(strictClient.renewSession(token))).isEqualTo("error");
			assertThat(strict.accepts(token)).isFalse();
			assertThat(strict.count("RenewSession")).isEqualTo(1);
		}
	}

	@Test
	void whenOperationIsPerformedTwiceThenResponseCanBeChanged() throws Exception {
		this.server.enqueue(CREATE, Fault.twice().after(Duration.ofMillis(1)).httpStatus(502));
		assertThat(post().statusCode()).isEqualTo(502);
	}

	@Test
	void whenFieldsAreSetOrRemovedThenOtherFieldsAreUnchanged() throws Exception {
		this.server.enqueue(CREATE,
				Fault.normal()
					.set("/CreateSessionResult/TokenDurationMinutes", -1)
					.set("/ResponseHeader/CoordinationId", "another")
					.set("/ResponseHeader/StatusList", null)
					.remove("/CreateSessionResult/AccountId"));
		JsonNode envelope = RawClient.json(post());
		assertThat(envelope.at("/CreateSessionResult/TokenDurationMinutes").asInt()).isEqualTo(-1);
		assertThat(envelope.at("/ResponseHeader/CoordinationId").asString()).isEqualTo("another");
		assertThat(envelope.at("/ResponseHeader/StatusList").isNull()).isTrue();
		assertThat(envelope.path("CreateSessionResult").has("AccountId")).isFalse();
		assertThat(this.server.accepts(RawClient.token(envelope, "Token"))).isTrue();
	}

	@Test
	void whenPointerIsEmptyThenItIsRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.normal().remove(""));
	}

	@Test
	void whenConnectionIsDroppedThenClientFailsAndRequestIsRecorded() {
		this.server.enqueue(CREATE, Fault.drop());
		assertThatExceptionOfType(IOException.class).isThrownBy(this::post);
		assertThat(this.server.count(CREATE)).isEqualTo(1);
	}

	@Test
	void whenConnectionIsDroppedMidBodyThenBodyIsIncomplete() throws Exception {
		this.server.enqueue(CREATE, Fault.dropMidBody());
		HttpResponse<InputStream> response = RawClient.HTTP.send(
				this.client.request("/v1/session/CreateSession", RawClient.createSessionBody("fake-user", "x")).build(),
				BodyHandlers.ofInputStream());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> response.body().readAllBytes());
	}

	@Test
	void whenRenewalResponseIsDroppedThenTokensAreRenewed() throws Exception {
		try (FakeConnectServer strict = FakeConnectServer.builder()
			.https(false)
			.renewal(Renewal.NEW_PAIR_OLD_REVOKED)
			.start()) {
			RawClient strictClient = new RawClient(strict);
			String token = RawClient.token(strictClient.createSession(), "SecureToken");
			strict.enqueue("RenewSession", Fault.dropResponse());
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> strictClient.renewSession(token));
			assertThat(strict.accepts(token)).isFalse();
		}
	}

	@Test
	void whenRequestIsBlockedThenResponseIsSentOnUnblock() throws Exception {
		this.server.enqueue(CREATE, Fault.block());
		CompletableFuture<HttpResponse<String>> response = postAsync();
		this.server.awaitRequests(CREATE, 1, Duration.ofSeconds(10));
		assertThat(response).isNotDone();
		this.server.unblock();
		assertThat(response.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
	}

	@Test
	void whenRequestHangsThenClearingFaultsClosesItsConnection() throws Exception {
		this.server.enqueue(CREATE, Fault.hang());
		CompletableFuture<HttpResponse<String>> response = postAsync();
		this.server.awaitRequests(CREATE, 1, Duration.ofSeconds(10));
		this.server.clearFaults();
		assertThat(response).failsWithin(Duration.ofSeconds(10))
			.withThrowableThat()
			.withCauseInstanceOf(IOException.class);
	}

	@Test
	void whenResponseIsDelayedThenItArrivesLater() throws Exception {
		this.server.enqueue(CREATE, Fault.delay(Duration.ofMillis(300)));
		long start = System.nanoTime();
		assertThat(post().statusCode()).isEqualTo(200);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
	}

	@Test
	void whenGarbageIsReturnedThenItIsNotJson() throws Exception {
		this.server.enqueue(CREATE, Fault.garbage(), Fault.emptyBody());
		assertThat(post().body()).doesNotContain("ResponseHeader").isNotEmpty();
		assertThat(post().body()).isEmpty();
	}

	@Test
	void whenRedirectIsReturnedThenItHasLocation() throws Exception {
		this.server.enqueue(CREATE, Fault.redirect(307, "http://127.0.0.1:9/elsewhere"));
		HttpResponse<String> response = post();
		assertThat(response.statusCode()).isEqualTo(307);
		assertThat(response.headers().firstValue("Location")).hasValue("http://127.0.0.1:9/elsewhere");
	}

	private JsonNode getCountries(String token) throws Exception {
		return this.client.call("/v1/data/GetCountries", token, "GetCountriesRequestBody", Map.of());
	}

	private HttpResponse<String> post() throws IOException, InterruptedException {
		return this.client.post("/v1/session/CreateSession",
				RawClient.createSessionBody("fake-user", "fake-user-password"));
	}

	private CompletableFuture<HttpResponse<String>> postAsync() {
		return RawClient.HTTP.sendAsync(this.client
			.request("/v1/session/CreateSession", RawClient.createSessionBody("fake-user", "fake-user-password"))
			.build(), BodyHandlers.ofString());
	}

}
