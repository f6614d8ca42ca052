package io.github.connectapi.call;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.ReceivedRequest;
import io.github.connectapi.test.TokenKind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Verifies every constant against the independent list of the fake server.
 */
class OperationCatalogTests {

	private final CallFixture fixture = CallFixture.create();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	static List<ConnectOperation> operations() {
		return ConnectOperations.all();
	}

	@ParameterizedTest
	@MethodSource("operations")
	void whenAnOperationIsCalledThenTheServerAcceptsPathKeyAndToken(ConnectOperation operation) {
		try {
			this.fixture.connect.call(operation, request(operation));
		}
		catch (ConnectOperationException ex) {
			// An empty request is incomplete, but path, key and token were accepted.
			assertThat(ex.code()).get().asString().doesNotStartWith("AUTH-");
			assertThat(ex.getMessage()).doesNotContain("The request has no", "token");
		}
		ReceivedRequest received = this.fixture.server.requests(operation.toString()).get(0);
		assertThat(received.path()).isEqualTo(operation.path());
		assertThat(received.tokenKind())
			.isEqualTo(operation.needsSecureToken() ? TokenKind.SECURE : TokenKind.STANDARD);
		assertThat(received.fieldNames().stream().filter((name) -> !name.contains("."))).containsExactlyElementsOf(
				Stream.concat(Stream.of("RequestHeader"), operation.requestKey().stream()).toList());
	}

	@ParameterizedTest
	@MethodSource("operations")
	void whenAnOperationHasAResultThenItIsReadFromTheKeyOfTheServer(ConnectOperation operation) {
		this.fixture.server.enqueue(operation.toString(), Fault.result("{\"Note\":\"read\"}"));
		boolean expected = operation.resultKey().isPresent();

		Class<?> type = expected ? JsonNode.class : Void.class;
		Object result = this.fixture.connect.exchange(ConnectRequest.of(operation, request(operation)), type).result();
		assertThat(String.valueOf(result)).isEqualTo(expected ? "{\"Note\":\"read\"}" : "null");
	}

	@Test
	void whenAllOperationsAreListedThenTheListContainsEveryConstantInOrder() {
		List<Object> constants = Stream.of(ConnectOperations.class.getDeclaredFields())
			.filter((field) -> Modifier.isPublic(field.getModifiers()))
			.map(OperationCatalogTests::value)
			.toList();
		assertThat(ConnectOperations.all()).isEqualTo(constants);
	}

	@Test
	void whenTheServerSupportsAnOperationThenItIsListedUnlessItIsASessionOperation() {
		List<String> paths = this.fixture.server.operationPaths()
			.stream()
			.filter((path) -> !path.contains("/session/"))
			.toList();
		assertThat(ConnectOperations.all()).extracting(ConnectOperation::path)
			.containsExactlyInAnyOrderElementsOf(paths);
	}

	@Test
	void whenAnOperationIsReadOnlyThenItIsIdempotent() {
		List<ConnectOperation> readOnly = ConnectOperations.all()
			.stream()
			.filter((operation) -> operation.name().startsWith("Get") || operation.name().startsWith("Search"))
			.filter((operation) -> !operation.equals(ConnectOperations.GET_ASSET_CHANGES))
			.toList();
		assertThat(ConnectOperations.all()).filteredOn(ConnectOperation::isIdempotent).isEqualTo(readOnly);
	}

	@Test
	void whenAnOperationIsUndocumentedThenOneLineDefinesIt() {
		var similar = ConnectOperation.of("search", "GetSimilarImages").allowApplicationSession();
		assertThat(this.fixture.server.operationPaths()).doesNotContain(similar.path());

		ConnectApiException failure = CallFixture
			.failure(() -> this.fixture.connect.call(similar, Map.of("ImageIds", List.of(7)), JsonNode.class));
		assertThat(failure.operation()).hasValue("GetSimilarImages");
		ReceivedRequest received = this.fixture.server.requests().get(1);
		assertThat(received.path()).isEqualTo("/v1/search/GetSimilarImages");
		assertThat(received.fieldNames()).contains("RequestHeader.Token", "GetSimilarImagesRequestBody.ImageIds");
	}

	private static Object request(ConnectOperation operation) {
		return operation.requestKey().isPresent() ? Map.of() : null;
	}

	private static Object value(Field constant) {
		try {
			return constant.get(null);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
