package io.github.connectapi.call;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.ConnectUnavailableException;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.GatewayFault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every documented code of operations that use a session: the class of the exception,
 * whether it is transient, how often the request is sent, and whether the session is
 * invalidated.
 */
class OperationErrorTests {

	private static final String PERMANENT_CODES = "InvalidSystemIdOrPassword InvalidUsernameOrPassword AUTH-023 auth-023 "
			+ "OperationRequiresSecureToken InvalidRequest AUTH-002 OperationRequiresHttps";

	private static final List<Integer> STATUSES = List.of(200, 400, 401, 403, 429, 500, 503);

	private static final String TOKEN_CODES = "AUTH-012 AUTH-021 FailedToRenewToken AUTH-099 auth-012";

	private static final String COMPROMISED_CODES = "AUTH-014 SecureTokenPassedOverHttp auth-014";

	private static final String TRANSIENT_CODES = "DependentServiceDown InternalError SystemError systemerror";

	private final CallFixture fixture = CallFixture.create();

	private final ConnectSession session = this.fixture.manager.getSession();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	static Stream<String> permanentCodes() {
		return Arrays.stream(PERMANENT_CODES.split(" "));
	}

	@ParameterizedTest
	@MethodSource("permanentCodes")
	void whenTheRequestIsWrongThenItFailsOnceAndTheSessionIsKept(String code) {
		for (int status : STATUSES) {
			this.fixture.server.clearRequests();
			always(Fault.error(code, "Message.").httpStatus(status));
			ConnectApiException failure = failure();
			assertThat(failure).as("status %d", status).isExactlyInstanceOf(ConnectOperationException.class);
			assertThat(failure.isTransient()).as("status %d", status).isFalse();
			assertThat(failure.code()).as("status %d", status).hasValue(code);
			assertSent(1);
			assertThat(this.fixture.manager.getSession()).as("status %d", status).isSameAs(this.session);
		}
	}

	static Stream<Arguments> token() {
		return underEveryStatus(TOKEN_CODES);
	}

	@ParameterizedTest
	@MethodSource("token")
	void whenTheTokenIsRejectedThenThereIsOneLoginAndOneReplay(String code, int status) {
		always(Fault.error(code, "Message.").httpStatus(status));
		ConnectApiException failure = failure();
		assertThat(failure).isExactlyInstanceOf(ConnectTokenRejectedException.class);
		assertThat(failure.isTransient()).isFalse();
		assertSent(2);
		assertThat(this.fixture.logins()).isEqualTo(2);
	}

	static Stream<Arguments> compromised() {
		return underEveryStatus(COMPROMISED_CODES);
	}

	@ParameterizedTest
	@MethodSource("compromised")
	void whenTheTokenIsCompromisedThenTheSessionIsInvalidatedWithoutReplay(String code, int status) {
		always(Fault.error(code, "Message.").httpStatus(status));
		ConnectApiException failure = failure();
		assertThat(failure).isExactlyInstanceOf(ConnectTokenRejectedException.class);
		assertThat(failure.isTransient()).isFalse();
		assertSent(1);
		assertThat(this.fixture.manager.getSession()).isNotEqualTo(this.session);
	}

	static Stream<Arguments> transientCodes() {
		return underEveryStatus(TRANSIENT_CODES);
	}

	@ParameterizedTest
	@MethodSource("transientCodes")
	void whenTheErrorIsTransientThenAllAttemptsAreUsed(String code, int status) {
		always(Fault.error(code, "Message.").httpStatus(status));
		ConnectApiException failure = failure();
		assertThat(failure).isExactlyInstanceOf(ConnectOperationException.class);
		assertThat(failure.isTransient()).isTrue();
		assertSent(3);
		assertThat(this.fixture.manager.getSession()).isSameAs(this.session);
	}

	static Stream<Arguments> withoutEnvelope() {
		Class<?> unavailable = ConnectUnavailableException.class;
		Class<?> rejected = ConnectOperationException.class;
		return Stream.of(response("over QPS", GatewayFault.overQps(), unavailable, true),
				response("over QPS, the other form", GatewayFault.overQpsAccount(), unavailable, true),
				response("over rate", GatewayFault.overRate(null), unavailable, false),
				response("inactive", GatewayFault.inactive(), rejected, false),
				response("not authorized", GatewayFault.notAuthorized(), rejected, false),
				response("status 596", GatewayFault.status596(), unavailable, true), bare(401, rejected, false),
				bare(403, rejected, false), bare(400, rejected, false), bare(404, rejected, false),
				bare(301, rejected, false), bare(429, unavailable, true), bare(408, unavailable, true),
				bare(425, unavailable, true), bare(500, unavailable, true), bare(503, unavailable, true),
				response("garbage", Fault.garbage(), ConnectProtocolException.class, true),
				response("empty", Fault.emptyBody(), ConnectProtocolException.class, true),
				response("success under 500", Fault.normal().httpStatus(500), unavailable, true),
				response("success under 404", Fault.normal().httpStatus(404), rejected, false),
				response("success under 201", Fault.normal().httpStatus(201), ConnectProtocolException.class, true),
				response("success of another type under 404", Fault.result("\"odd\"").httpStatus(404), rejected, false),
				response("error without a code under 503", Fault.error("", null).httpStatus(503), rejected, true),
				unknown(200, false), unknown(403, false), unknown(429, true), unknown(500, true),
				response("error without a code", Fault.error("", null), rejected, false),
				response("dropped", Fault.drop(), unavailable, true));
	}

	@ParameterizedTest
	@MethodSource("withoutEnvelope")
	void whenThereIsNoKnownCodeThenTheGatewayOrTheStatusDecides(Fault fault, Class<?> type, boolean isTransient) {
		always(fault);
		ConnectApiException failure = failure();
		assertThat(failure).isExactlyInstanceOf(type);
		assertThat(failure.isTransient()).isEqualTo(isTransient);
		assertSent(isTransient ? 3 : 1);
		assertThat(this.fixture.manager.getSession()).isSameAs(this.session);
	}

	@Test
	void whenTheGatewayIsOverQpsThenNothingIsSentBeforeRetryAfter() {
		this.fixture.server.enqueue("GetCountries", GatewayFault.overQps().retryAfter("4"));
		long before = this.fixture.time.nanos().getAsLong();
		call();
		assertThat(Duration.ofNanos(this.fixture.time.nanos().getAsLong() - before)).isEqualTo(Duration.ofMillis(4400));
	}

	@Test
	void whenTheDailyQuotaIsExhaustedThenTheFailureContainsTheDelay() {
		always(GatewayFault.overRate("7200"));
		assertThat(failure().retryAfter()).hasValue(Duration.ofHours(1));
		always(GatewayFault.overRate(null));
		assertThat(failure().retryAfter()).hasValue(Duration.ofMinutes(15));
	}

	private static Stream<Arguments> underEveryStatus(String codes) {
		return Arrays.stream(codes.split(" "))
			.flatMap((code) -> STATUSES.stream().map((status) -> Arguments.of(code, status)));
	}

	private static Arguments response(String name, Fault fault, Class<?> type, boolean isTransient) {
		return Arguments.of(Named.of(name, fault), type, isTransient);
	}

	private static Arguments unknown(int status, boolean isTransient) {
		return response("unknown code under " + status, Fault.error("Unheard-Of", "Message.").httpStatus(status),
				ConnectOperationException.class, isTransient);
	}

	private static Arguments bare(int status, Class<?> type, boolean isTransient) {
		return response("bare " + status, Fault.status(status), type, isTransient);
	}

	private void always(Fault fault) {
		this.fixture.server.always("GetCountries", fault);
	}

	private void call() {
		this.fixture.connect.call(ConnectOperations.GET_COUNTRIES, Map.of());
	}

	private ConnectApiException failure() {
		return CallFixture.failure(this::call);
	}

	private void assertSent(int times) {
		assertThat(this.fixture.server.count("GetCountries")).isEqualTo(times);
	}

}
