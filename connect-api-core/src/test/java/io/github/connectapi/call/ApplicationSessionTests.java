package io.github.connectapi.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.client.ConnectOperation;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.TokenKind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions without a user.
 */
class ApplicationSessionTests {

	private final CallFixture fixture = CallFixture.ofApplication();

	private final ConnectApi told = this.fixture.api().withoutUser().build();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	static List<ConnectOperation> open() {
		return ConnectOperations.all().stream().filter(ConnectOperation::isForApplications).toList();
	}

	static List<ConnectOperation> closed() {
		return ConnectOperations.all().stream().filter((operation) -> !operation.isForApplications()).toList();
	}

	@ParameterizedTest
	@MethodSource("open")
	void whenAnOperationIsOpenToApplicationsThenItWorks(ConnectOperation operation) {
		this.told.call(operation, Map.of());
		assertThat(this.fixture.server.requests(operation.toString()).get(0).tokenKind())
			.isEqualTo(TokenKind.APPLICATION);
		assertThat(this.fixture.server.count("CreateApplicationSession")).isOne();
	}

	@ParameterizedTest
	@MethodSource("closed")
	void whenAnOperationNeedsAUserThenNothingIsSentNotEvenALogin(ConnectOperation operation) {
		ConnectApiException failure = CallFixture.failure(() -> this.told.call(operation, request(operation)));
		assertThat(failure).isExactlyInstanceOf(ConnectOperationException.class)
			.hasMessageContaining(operation + " was not sent")
			.hasMessageContaining("needs the session of a user");
		assertThat(failure.isTransient()).isFalse();
		assertThat(failure.operation()).hasValue(operation.toString());
		assertThat(failure.coordinationId()).isEmpty();
		assertThat(this.fixture.server.requests()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("closed")
	void whenTheApiIsNotToldThenTheServerRefusesWhatNeedsAUser(ConnectOperation operation) {
		ConnectApiException failure = CallFixture
			.failure(() -> this.fixture.connect.call(operation, request(operation)));
		assertThat(failure).isExactlyInstanceOf(ConnectOperationException.class);
		assertThat(failure.code()).isEqualTo(operation.needsSecureToken() ? Optional.empty() : Optional.of("AUTH-023"));
		assertThat(this.fixture.server.count("CreateApplicationSession")).isOne();
	}

	@Test
	void whenTheSessionHasNoSecureTokenThenASecureOperationIsNotSent() {
		ConnectApiException failure = CallFixture
			.failure(() -> this.fixture.connect.call(ConnectOperations.GET_PREVIOUS_PURCHASES, Map.of()));
		assertThat(failure).isExactlyInstanceOf(ConnectOperationException.class)
			.hasMessage("GetPreviousPurchases was not sent: it needs a secure token, and the session has none");
		assertThat(this.fixture.server.count("GetPreviousPurchases")).isZero();
	}

	@Test
	void whenTheTokenIsRejectedThenAnotherApplicationSessionIsMade() {
		this.fixture.server.enqueue("GetCountries", Fault.error("AUTH-012", null));
		this.told.call(ConnectOperations.GET_COUNTRIES, Map.of());
		assertThat(this.fixture.server.count("GetCountries")).isEqualTo(2);
		assertThat(this.fixture.server.count("CreateApplicationSession")).isEqualTo(2);
	}

	private static Object request(ConnectOperation operation) {
		return operation.requestKey().isPresent() ? Map.of() : null;
	}

}
