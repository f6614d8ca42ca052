package io.github.connectapi.call;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.ReceivedRequest;
import io.github.connectapi.test.TokenKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Calls with application sessions.
 */
class ApplicationSessionTests {

	private static final ConnectOperation SECURE = ConnectOperations.GET_PREVIOUS_PURCHASES;

	private final CallFixture fixture = CallFixture.ofApplication();

	private final ConnectApi declared = this.fixture.build(this.fixture.api().applicationSessionsOnly());

	@AfterEach
	void close() {
		this.fixture.close();
	}

	static List<ConnectOperation> allowed() {
		return ConnectOperations.all().stream().filter(ConnectOperation::isApplicationSessionAllowed).toList();
	}

	static List<ConnectOperation> userOnly() {
		return ConnectOperations.all()
			.stream()
			.filter((operation) -> !operation.isApplicationSessionAllowed())
			.toList();
	}

	@ParameterizedTest
	@MethodSource("allowed")
	void whenAnOperationAllowsApplicationSessionsThenItSucceeds(ConnectOperation operation) {
		this.fixture.server.always(operation.toString(), Fault.result("{}"));
		this.declared.call(operation, Map.of());
		assertThat(this.fixture.server.requests(operation.toString()).get(0).tokenKind())
			.isEqualTo(TokenKind.APPLICATION);
		assertThat(this.fixture.server.count("CreateApplicationSession")).isOne();
	}

	@ParameterizedTest
	@MethodSource("userOnly")
	void whenAnOperationNeedsAUserThenNotEvenALoginIsSent(ConnectOperation operation) {
		ConnectApiException failure = CallFixture.failure(() -> this.declared.call(operation, request(operation)));
		assertThat(failure).isExactlyInstanceOf(ConnectOperationException.class)
			.hasMessageContaining(
					operation + " requires the session of a user, but only application sessions are configured");
		assertThat(failure.isTransient()).isFalse();
		assertThat(failure.operation()).hasValue(operation.toString());
		assertThat(this.fixture.server.requests()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("userOnly")
	void whenApplicationSessionsAreNotDeclaredThenTheCallIsRejectedAfterTheLogin(ConnectOperation operation) {
		ConnectApiException failure = CallFixture
			.failure(() -> this.fixture.connect.call(operation, request(operation)));
		assertThat(failure).isExactlyInstanceOf(ConnectOperationException.class)
			.hasMessageContaining(
					operation + " requires the session of a user, but the session is an application session");
		assertThat(failure.isTransient()).isFalse();
		assertThat(this.fixture.server.requests()).extracting(ReceivedRequest::operation)
			.containsExactly("CreateApplicationSession");
	}

	@ParameterizedTest
	@MethodSource("allowed")
	void whenApplicationSessionsAreNotDeclaredThenAllowedOperationsSucceed(ConnectOperation operation) {
		this.fixture.server.always(operation.toString(), Fault.result("{}"));
		this.fixture.connect.call(operation, Map.of());
		assertThat(this.fixture.server.count(operation.toString())).isOne();
	}

	@Test
	void whenTheSessionHasAnAccountThenItIsAUserSessionEvenWithoutSecureToken() {
		ConnectSession session = this.fixture.manager.getSession().withAccountId("7");
		ConnectSessionManager sessions = mock(ConnectSessionManager.class);
		given(sessions.getSession(any())).willReturn(session);
		ConnectApi connect = ConnectApi.builder(this.fixture.client, sessions).build();

		assertThat(CallFixture.failure(() -> connect.call(ConnectOperations.GET_COLLECTIONS, null)).code())
			.as("code of the server")
			.hasValue("AUTH-023");
	}

	@Test
	void whenTheSessionHasNoSecureTokenThenASecureOperationIsNotSent() {
		ConnectApiException failure = CallFixture
			.failure(() -> this.fixture.connect.call(SECURE.allowApplicationSession(), Map.of()));
		assertThat(failure).isExactlyInstanceOf(ConnectOperationException.class)
			.hasMessageStartingWith("GetPreviousPurchases requires a secure token, but the session has none");
		assertThat(this.fixture.server.count("GetPreviousPurchases")).isZero();
	}

	static Stream<Named<Function<ConnectApiBuilder, ConnectApi>>> apis() {
		return Stream.of(Named.of("declared", (builder) -> builder.applicationSessionsOnly().build()),
				Named.of("not declared", ConnectApiBuilder::build));
	}

	@ParameterizedTest
	@MethodSource("apis")
	void whenACallIsNotSentThenTheFailureContainsItsId(Function<ConnectApiBuilder, ConnectApi> api) {
		for (ConnectOperation operation : List.of(SECURE, SECURE.allowApplicationSession())) {
			ConnectRequest request = ConnectRequest.of(operation, Map.of()).withCoordinationId("Order-7");
			ConnectApiException failure = CallFixture
				.failure(() -> api.apply(this.fixture.api()).exchange(request, Void.class));
			assertThat(failure).hasMessageContaining(" requires ").hasMessageContaining("Order-7");
			assertThat(failure.coordinationId()).hasValue("Order-7");
		}
	}

	@Test
	void whenTheTokenIsRejectedThenAnotherApplicationSessionIsCreated() {
		this.fixture.server.enqueue("GetCountries", Fault.error("AUTH-012", null));
		this.declared.call(ConnectOperations.GET_COUNTRIES, Map.of());
		assertThat(this.fixture.server.count("GetCountries")).isEqualTo(2);
		assertThat(this.fixture.server.count("CreateApplicationSession")).isEqualTo(2);
	}

	private static Object request(ConnectOperation operation) {
		return operation.requestKey().isPresent() ? Map.of() : null;
	}

}
