package io.github.connectapi.integration.operations;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.util.ReflectionUtils;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.Secret;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.TokenUri;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.GatewayFault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests that the runbook explains the codes of the server and of its gateway, and that
 * the documented reaction follows on each.
 */
class RunbookCodeTests {

	private static final String CODES = "Codes";

	private static final String OAUTH2_CODES = "Codes of OAuth 2";

	private static final String GATEWAY_CODES = "Codes of the gateway";

	private static final String STATUSES = "HTTP status without an API response";

	private static final Document RUNBOOK = Document.of("docs/runbook.md");

	private static ReactionProbe probe;

	@BeforeAll
	static void start() {
		probe = new ReactionProbe();
	}

	@AfterAll
	static void close() {
		probe.close();
	}

	static Stream<Arguments> rows() {
		return Stream
			.of(rows(CODES, (code) -> Fault.error(code, "a message")), rows(GATEWAY_CODES, RunbookCodeTests::gateway),
					rows(STATUSES, (status) -> Fault.status(Integer.parseInt(status))))
			.flatMap((rows) -> rows);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rows")
	void whenAnErrorIsDocumentedThenTheDocumentedReactionsFollow(String error, Fault fault, List<String> row) {
		assertThat(row.subList(2, 5)).containsExactly(probe.toLogin(fault).documented(),
				probe.toRenewal(fault).documented(), probe.toCall(fault).documented());
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rows")
	void whenAnErrorIsDocumentedThenItsMeaningAndRemedyAreToo(String error, Fault fault, List<String> row) {
		assertThat(row).hasSize(6).noneMatch(String::isEmpty);
	}

	@Test
	void whenACodeIsDocumentedThenThereIsOneRowForIt() {
		assertThat(rows().map((row) -> row.get()[0])).doesNotHaveDuplicates();
	}

	@Test
	void whenTheClientKnowsACodeThenItIsDocumented() throws ClassNotFoundException {
		Stream<String> known = Stream
			.of(Class.forName(ConnectClient.class.getPackageName() + ".ErrorCategory").getDeclaredFields())
			.filter((field) -> field.getType() == Set.class)
			.flatMap(RunbookCodeTests::strings);
		List<String> documented = Stream.concat(codes(CODES), codes(OAUTH2_CODES))
			.map((code) -> code.toLowerCase(Locale.ROOT))
			.toList();

		assertThat(known).hasSizeGreaterThan(10).isSubsetOf(documented);
	}

	static Stream<List<String>> oauth2Rows() {
		return RUNBOOK.table(OAUTH2_CODES).stream();
	}

	@ParameterizedTest
	@MethodSource("oauth2Rows")
	void whenACodeOfOAuth2IsDocumentedThenTheDocumentedReactionsFollow(List<String> row) {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).start();
				ConnectClient client = ConnectClient.builder(BaseUrl.of(server.baseUrl()))
					.tokenUri(TokenUri.of(server.tokenUri()))
					.build()) {
			server.always(FakeConnectServer.TOKEN_REQUEST, Fault.error(Document.codeSpans(row.get(0)).get(0), null));
			ConnectCredentials credentials = ConnectCredentials.ofOAuth2Application("key", "secret");
			assertThat(row.subList(2, 4)).containsExactly(
					reaction(() -> client.requestToken(credentials, Duration.ofSeconds(10))),
					reaction(() -> client.refreshToken(Secret.of("token"), credentials, Duration.ofSeconds(10))));
			assertThat(row).hasSize(5).noneMatch(String::isEmpty);
		}
	}

	private static String reaction(ThrowingCallable request) {
		ConnectApiException failure = catchThrowableOfType(ConnectApiException.class, request);
		if (failure instanceof ConnectCredentialsRejectedException) {
			return "long back-off";
		}
		if (failure instanceof ConnectTokenRejectedException) {
			return "new login";
		}
		return failure.isTransient() ? "retried" : "waits";
	}

	static Stream<Fault> gatewayFaults() {
		return Stream.of(GatewayFault.overQps(), GatewayFault.overQpsAccount(), GatewayFault.overRate(null),
				GatewayFault.inactive(), GatewayFault.notAuthorized());
	}

	@ParameterizedTest
	@MethodSource("gatewayFaults")
	void whenTheGatewaySendsACodeThenItIsDocumented(Fault fault) {
		assertThat(codes(GATEWAY_CODES)).contains(probe.codeOf(fault));
	}

	private static Stream<Arguments> rows(String heading, Function<String, Fault> fault) {
		return RUNBOOK.table(heading).stream().map((row) -> {
			String error = Document.codeSpans(row.get(0)).get(0);
			return Arguments.of(error, fault.apply(error), row);
		});
	}

	private static Stream<String> codes(String heading) {
		return RUNBOOK.table(heading).stream().map((row) -> Document.codeSpans(row.get(0)).get(0));
	}

	private static Fault gateway(String code) {
		return Fault.status(403).header(code.startsWith("ERR_") ? "X-Mashery-Error-Code" : "X-Error-Detail", code);
	}

	private static Stream<String> strings(Field field) {
		ReflectionUtils.makeAccessible(field);
		return ((Set<?>) ReflectionUtils.getField(field, null)).stream().map(String::valueOf);
	}

}
