package io.github.connectapi.client;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.InRange;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithUtf8Length;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.ConnectApiException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Arbitrary headers of the gateway with any status, without an envelope.
 */
class GatewayFuzzTests {

	static Stream<Arguments> gateways() {
		return Stream.of(SessionOperation.values())
			.flatMap((operation) -> Stream
				.of(Arguments.of(operation, 403, "ERR_403_DEVELOPER_OVER_QPS", null, "1", "<h1>"),
						Arguments.of(operation, 403, "ERR_403_DEVELOPER_OVER_RATE", null, null, ""),
						Arguments.of(operation, 403, "ERR_403_DEVELOPER_INACTIVE", "Inactive", "-1", ""),
						Arguments.of(operation, 403, null, "Account Over Queries Per Second Limit", "99999999999",
								"{}"),
						Arguments.of(operation, 596, null, null, "Mon, 01 Jun 2015 12:00:10 GMT", ""),
						Arguments.of(operation, 500, null, "\u0001".repeat(400), "3601", ""),
						Arguments.of(operation, 302, "a\r\nb\u001b[31m\u2028", "\0", "soon", "")));
	}

	@MethodSource("gateways")
	@FuzzTest
	void whenTheGatewayReturnsAnythingThenAConnectApiExceptionIsThrown(@NotNull SessionOperation operation,
			@InRange(min = 100, max = 999) int status, @Nullable @WithUtf8Length(max = 500) String code,
			@Nullable @WithUtf8Length(max = 500) String detail, @Nullable @WithUtf8Length(max = 50) String retryAfter,
			@NotNull @WithUtf8Length(max = 50) String body) {
		List<String> headers = new ArrayList<>();
		add(headers, "X-Mashery-Error-Code", code);
		add(headers, "X-Error-Detail", detail);
		add(headers, "Retry-After", retryAfter);
		ConnectApiException failure = ResponseFixture.failure(operation, status, body, headers.toArray(String[]::new));
		Guarantees.failure(failure);
		assertThat(failure.operation()).hasValue(operation.toString());
		assertThat(failure.coordinationId()).hasValue(ResponseFixture.ID);
	}

	private static void add(List<String> headers, String name, @Nullable String value) {
		if (value != null) {
			headers.addAll(List.of(name, value));
		}
	}

}
