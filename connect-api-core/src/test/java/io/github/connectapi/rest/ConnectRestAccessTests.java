package io.github.connectapi.rest;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.client.TokenUri;
import io.github.connectapi.rest.RestServer.Request;
import io.github.connectapi.rest.RestServer.Response;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Requests to servers on loopback, with tokens of a fake token endpoint.
 */
class ConnectRestAccessTests {

	private static final String KEY = FakeConnectServerBuilder.API_KEY;

	private final FakeConnectServer tokens = FakeConnectServer.builder().https(false).start();

	private final RestServer server = new RestServer();

	private final RestServer other = new RestServer();

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of(this.tokens.baseUrl()))
		.tokenUri(TokenUri.of(this.tokens.tokenUri()))
		.build();

	private final ConnectSessionManager sessions = manager(FakeConnectServerBuilder.API_SECRET);

	private final ConnectRestAccess access = builder().build();

	private final RestClient rest = RestClient.builder().apply(this.access).build();

	@AfterEach
	void close() {
		this.access.close();
		this.sessions.close();
		this.client.close();
		this.server.close();
		this.other.close();
		this.tokens.close();
	}

	private ConnectSessionManager manager(String secret) {
		return ConnectSessionManager
			.builder(this.client,
					() -> ConnectCredentials.ofOAuth2(KEY, secret, FakeConnectServerBuilder.USER_NAME,
							FakeConnectServerBuilder.USER_PASSWORD))
			.build();
	}

	private ConnectRestAccessBuilder builder() {
		return ConnectRestAccess.builder(this.client, this.sessions, KEY).baseUrl(BaseUrl.of(this.server.url()));
	}

	private HttpStatusCode exchange(HttpMethod method, String uri) {
		return exchange(this.rest, method, uri);
	}

	private static HttpStatusCode exchange(RestClient rest, HttpMethod method, String uri) {
		return rest.method(method).uri(uri).exchange((request, response) -> {
			response.getBody().readAllBytes();
			return response.getStatusCode();
		});
	}

	private int tokenRequests() {
		return this.tokens.count(FakeConnectServer.TOKEN_REQUEST);
	}

	private List<String> bearers() {
		return this.server.requests.stream().map((request) -> String.valueOf(request.header("Authorization"))).toList();
	}

	private void assertNoCredentials(RestServer receiver) {
		ConnectSession session = this.sessions.getSession();
		assertThat(receiver.requests).allSatisfy((request) -> {
			assertThat(request.header("Api-Key")).isNull();
			assertThat(request.header("Authorization")).isNull();
			assertThat(request.everything()).doesNotContain(KEY, session.token().reveal());
		});
	}

	@Test
	void whenARequestIsSentThenItHasTheKeyAndTheToken() {
		String body = this.rest.get().uri("/v3/images/{id}?fields=detail_set", "1").retrieve().body(String.class);
		assertThat(body).isEqualTo("{\"ok\":true}");
		assertThat(this.server.requests).singleElement().satisfies((request) -> {
			assertThat(request.target()).isEqualTo("/v3/images/1?fields=detail_set");
			assertThat(request.header("Api-Key")).isEqualTo(KEY);
			assertThat(request.header("Authorization"))
				.isEqualTo("Bearer " + this.sessions.getSession().token().reveal());
			assertThat(request.header("User-Agent")).isEqualTo("connect-api");
		});
		assertThat(tokenRequests()).isOne();
	}

	@Test
	void whenAnInterfaceIsUsedThenItHasTheKeyAndTheToken() {
		Images images = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(this.rest))
			.build()
			.createClient(Images.class);
		assertThat(images.search()).contains("ok");
		assertThat(this.server.requests).singleElement()
			.satisfies((request) -> assertThat(request.header("Api-Key")).isEqualTo(KEY));
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE" })
	void whenAMethodIsUsedThenItIsSent(String method) {
		this.server.respond(Response.OK, Response.of(204).with(""));
		assertThat(exchange(HttpMethod.valueOf(method), "/v3/boards/1").value()).isEqualTo(200);
		assertThat(exchange(HttpMethod.valueOf(method), "/v3/boards/1").value()).isEqualTo(204);
		assertThat(this.server.requests).extracting(Request::method).containsExactly(method, method);
	}

	@Test
	void whenThereIsABodyThenItIsSent() {
		this.rest.post()
			.uri("/v3/boards")
			.contentType(MediaType.APPLICATION_JSON)
			.header("Accept-Language", "de")
			.body("{\"name\":\"ä\"}")
			.retrieve()
			.toBodilessEntity();
		assertThat(this.server.requests).singleElement().satisfies((request) -> {
			assertThat(request.body()).isEqualTo("{\"name\":\"ä\"}");
			assertThat(request.header("Accept-Language")).isEqualTo("de");
		});
	}

	@ParameterizedTest
	@CsvSource({ "301", "302", "303", "307", "308" })
	void whenTheServerRedirectsThenNobodyFollows(int status) {
		for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST)) {
			this.server.respond(Response.of(status).with("Location", this.other.url() + "/file"),
					Response.of(status).with("Location", this.server.url("localhost") + "/file"),
					Response.of(status).with("Location", "https://127.0.0.1:1/file"));
			for (int i = 0; i < 3; i++) {
				assertThat(exchange(method, "/v3/downloads/images/1").value()).isEqualTo(status);
			}
		}
		assertThat(this.server.requests).hasSize(6);
		assertThat(this.other.requests).isEmpty();
	}

	@Test
	void whenARequestIsForAnotherHostThenItHasNoCredentials() {
		this.other.respond(Response.OK.with("x".repeat(6 * 1024 * 1024)));
		byte[] file = this.rest.get().uri(this.other.url() + "/file?secret=1").retrieve().body(byte[].class);
		assertThat(file).hasSize(6 * 1024 * 1024);
		assertThat(exchange(HttpMethod.POST, this.other.url() + "/file").value()).isEqualTo(200);
		assertThat(exchange(HttpMethod.GET, this.server.url("localhost") + "/v3/images/1").value()).isEqualTo(200);
		assertThat(exchange(HttpMethod.GET, this.server.url().replace("//", "//user@") + "/v3/images/1").value())
			.isEqualTo(200);
		assertThat(this.other.requests).hasSize(2);
		assertNoCredentials(this.other);
		assertThat(this.server.requests.get(0).header("Api-Key")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST" })
	void whenTheTokenIsInvalidThenItIsReportedAndTheRequestIsSentOnceMore(String method) {
		this.server.respond(Response.TOKEN_INVALID);
		assertThat(exchange(HttpMethod.valueOf(method), "/v3/downloads/images/1").value()).isEqualTo(200);
		assertThat(bearers()).hasSize(2).doesNotHaveDuplicates();
		assertThat(tokenRequests()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer error=invalid_token", "bearer Error = \"invalid_token\"",
			"Basic realm=\"a, b\", Bearer realm=\"c\\\"d\", error=\"invalid_token\"" })
	void whenTheChallengeSaysSoThenTheTokenIsInvalid(String challenge) {
		this.server.respond(Response.of(401).with("WWW-Authenticate", challenge));
		assertThat(exchange(HttpMethod.POST, "/v3/downloads/images/1").value()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer error=\"invalid_request\", error_description=\"not error=invalid_token\"",
			"Bearer realm=\"error=\\\"invalid_token\\\"\"", "Basic error=\"invalid_token\"",
			"Bearer x-error=\"invalid_token\"", "Bearer error=\"invalid_token-no\"", "Bearer", "error=invalid_token",
			"Bearer realm=\"open, error=\"invalid_token\"" })
	void whenTheChallengeDoesNotSayThatTheTokenIsInvalidThenNothingIsSentAgain(String challenge) {
		this.server.respond(Response.of(401).with("WWW-Authenticate", challenge));
		assertThat(exchange(HttpMethod.POST, "/v3/downloads/images/1").value()).isEqualTo(401);
		assertThat(tokenRequests()).isOne();
	}

	@Test
	void whenTheTokenIsInvalidAgainThenTheCallerGetsTheResponse() {
		this.server.otherwise = (request) -> Response.TOKEN_INVALID;
		assertThat(exchange(HttpMethod.GET, "/v3/images/1").value()).isEqualTo(401);
		assertThat(this.server.requests).hasSize(2);
		// The manager ignores reports soon after an accepted one.
		assertThat(exchange(HttpMethod.GET, "/v3/images/1").value()).isEqualTo(401);
		assertThat(this.server.requests).hasSize(3);
		assertThat(tokenRequests()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "POST" })
	void whenTheRequestIsNotPermittedThenTheTokenIsKept(String method) {
		ConnectSession session = this.sessions.getSession();
		this.server.respond(Response.of(401), Response.of(401).with("WWW-Authenticate", "Bearer realm=\"api\""));
		assertThat(exchange(HttpMethod.valueOf(method), "/v3/downloads/images/1").value()).isEqualTo(401);
		assertThat(exchange(HttpMethod.valueOf(method), "/v3/downloads/images/1").value()).isEqualTo(401);
		assertThat(this.server.requests).hasSize(2);
		assertThat(this.sessions.getSession()).isEqualTo(session);
	}

	@ParameterizedTest
	@CsvSource({ "GET,200,2", "POST,401,1" })
	void whenTheSessionHasChangedMeanwhileThenOnlyAReadIsSentOnceMore(String method, int status, int requests) {
		ConnectSession session = this.sessions.getSession();
		this.server.otherwise = (request) -> {
			if (("Bearer " + session.token().reveal()).equals(request.header("Authorization"))) {
				this.sessions.invalidate(session);
				this.sessions.getSession();
				return Response.of(401);
			}
			return Response.OK;
		};
		assertThat(exchange(HttpMethod.valueOf(method), "/v3/images/1").value()).isEqualTo(status);
		assertThat(this.server.requests).hasSize(requests);
	}

	@ParameterizedTest
	@CsvSource({ "GET,500", "POST,500", "GET,503", "POST,503", "GET,429", "POST,429", "POST,403" })
	void whenTheServerFailsThenNothingIsSentAgain(String method, int status) {
		this.server.respond(Response.of(status));
		assertThat(exchange(HttpMethod.valueOf(method), "/v3/downloads/images/1").value()).isEqualTo(status);
		assertThat(this.server.requests).hasSize(1);
	}

	@Test
	void whenThereIsNoResponseInTimeThenNothingIsSentAgain() {
		this.server.respond(Response.OK.withDelay(2000));
		try (ConnectRestAccess impatient = builder().responseTimeout(Duration.ofMillis(300)).build()) {
			RestClient rest = RestClient.builder().apply(impatient).build();
			assertThatExceptionOfType(ResourceAccessException.class)
				.isThrownBy(() -> exchange(rest, HttpMethod.POST, "/v3/downloads/images/1"))
				.withMessageContaining("no complete response within 300 ms");
		}
		assertThat(this.server.requests).hasSize(1);
	}

	@Test
	void whenTheResponseIsTooLongThenItIsRefused() {
		try (ConnectRestAccess small = builder().maxResponseSize(10).build()) {
			RestClient rest = RestClient.builder().apply(small).build();
			assertThatExceptionOfType(ResourceAccessException.class)
				.isThrownBy(() -> exchange(rest, HttpMethod.GET, "/v3/images/1"))
				.withMessageContaining("more than 10 bytes");
		}
	}

	@Test
	void whenManyCallersHaveARevokedTokenThenThereIsOneTokenRequest() {
		String revoked = "Bearer " + this.sessions.getSession().token().reveal();
		this.server.otherwise = (request) -> revoked.equals(request.header("Authorization")) ? Response.TOKEN_INVALID
				: Response.OK;
		ExecutorService callers = Executors.newFixedThreadPool(64);
		try {
			List<CompletableFuture<HttpStatusCode>> calls = IntStream.range(0, 64)
				.mapToObj((i) -> CompletableFuture
					.supplyAsync(() -> exchange(HttpMethod.GET, "/v3/search/images/creative?phrase=" + i), callers))
				.toList();
			assertThat(calls).allSatisfy((call) -> assertThat(call.join().value()).isEqualTo(200));
		}
		finally {
			callers.shutdownNow();
		}
		assertThat(tokenRequests()).isEqualTo(2);
	}

	@Test
	void whenThereIsNoSessionThenTheFailureGoesToTheCaller() {
		try (ConnectSessionManager rejected = manager("wrong")) {
			RestClient rest = RestClient.builder().apply(this.access.forSession(rejected)).build();
			assertThatExceptionOfType(ConnectApiException.class)
				.isThrownBy(() -> exchange(rest, HttpMethod.GET, "/v3/images/1"));
		}
		assertThat(this.server.requests).isEmpty();
	}

	@Test
	void whenAnotherSessionIsUsedThenItsTokenIsSent() {
		try (ConnectSessionManager user = manager(FakeConnectServerBuilder.API_SECRET)) {
			RestClient rest = RestClient.builder().apply(this.access.forSession(user)).build();
			exchange(rest, HttpMethod.GET, "/v3/images/1");
			exchange(HttpMethod.GET, "/v3/images/1");
			assertThat(bearers()).containsExactly("Bearer " + user.getSession().token().reveal(),
					"Bearer " + this.sessions.getSession().token().reveal());
		}
	}

	static Stream<ClientHttpRequestFactory> otherFactories() {
		return Stream.of(new SimpleClientHttpRequestFactory(), new JdkClientHttpRequestFactory());
	}

	@ParameterizedTest
	@MethodSource("otherFactories")
	void whenTheFactoryIsReplacedThenNoCredentialsAreSent(ClientHttpRequestFactory factory) {
		this.server.respond(Response.of(302).with("Location", this.other.url() + "/file"));
		RestClient rest = RestClient.builder().apply(this.access).requestFactory(factory).build();
		assertThatIllegalStateException().isThrownBy(() -> exchange(rest, HttpMethod.GET, "/v3/images/1"))
			.withMessageContaining("not that of ConnectRestAccess");
		assertThat(this.server.requests).isNotEmpty();
		assertNoCredentials(this.server);
		assertNoCredentials(this.other);
	}

	@Test
	void whenTheInterceptorIsRemovedThenNothingIsSent() {
		RestClient rest = RestClient.builder()
			.apply(this.access)
			.requestInterceptors((interceptors) -> interceptors.clear())
			.build();
		assertThatIllegalStateException().isThrownBy(() -> exchange(rest, HttpMethod.GET, "/v3/images/1"))
			.withMessageContaining("was removed");
		assertThat(this.server.requests).isEmpty();
	}

	@Test
	void whenAppliedTwiceThenTheLastOneCounts() {
		RestClient rest = RestClient.builder().apply(this.access).apply(this.access).build();
		this.server.otherwise = (request) -> Response.TOKEN_INVALID;
		assertThat(exchange(rest, HttpMethod.GET, "/v3/images/1").value()).isEqualTo(401);
		assertThat(this.server.requests).hasSize(2);
	}

	@Test
	void whenItIsClosedThenRequestsFail() {
		this.access.close();
		assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> exchange(HttpMethod.GET, "/v3/images/1"))
			.withMessageContaining("closed");
	}

	@Test
	void whenTheAccessOfAUserIsClosedThenOthersAreNot() {
		this.access.forSession(this.sessions).close();
		assertThat(exchange(HttpMethod.GET, "/v3/images/1").value()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://a_b.example/file", "ftp://127.0.0.1/file", "mailto:somebody" })
	void whenTheAddressIsNotOneOfHttpThenNothingIsSent(String address) {
		assertThatExceptionOfType(ResourceAccessException.class)
			.isThrownBy(() -> this.rest.get().uri(URI.create(address)).retrieve().toBodilessEntity())
			.withMessageContaining("not one of http or https");
	}

	@Test
	void whenAStatusIsAnErrorThenRestClientHandlesItAsUsual() {
		this.server.respond(Response.of(404).with("{\"ErrorCode\":\"ImageNotFound\"}"));
		assertThatExceptionOfType(HttpClientErrorException.NotFound.class)
			.isThrownBy(() -> this.rest.get().uri("/v3/images/1").retrieve().body(String.class))
			.withMessageContaining("ImageNotFound");
	}

	@Test
	void whenDescribedThenThereIsNoSecret() {
		ResponseEntity<String> response = this.rest.get().uri("/v3/images/1").retrieve().toEntity(String.class);
		String token = this.sessions.getSession().token().reveal();
		assertThat(this.access + response.toString() + new RestCredentials(KEY, this.sessions.getSession().token()))
			.doesNotContain(KEY, token);
	}

	@ParameterizedTest
	@ValueSource(strings = { " ", "a b", "a\nb", "ä" })
	void whenTheKeyCannotBeSentThenItIsRefused(String key) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ConnectRestAccess.builder(this.client, this.sessions, key))
			.withMessageStartingWith("The API key must");
	}

	@Test
	void whenNothingIsSetThenTheDefaultsAreThoseOfGettyImages() {
		try (ConnectRestAccess defaults = ConnectRestAccess.builder(this.client, this.sessions, KEY).build()) {
			assertThat(defaults.baseUrl()).hasToString("https://api.gettyimages.com");
		}
	}

	interface Images {

		@GetExchange("/v3/search/images/creative")
		String search();

	}

}
