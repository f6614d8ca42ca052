package io.github.connectapi.call;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.ParameterizedTypeReference;

import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Results of generic types.
 */
class GenericResultTests {

	private static final ConnectRequest DETAILS = ConnectRequest.of(ConnectOperations.GET_IMAGE_DETAILS, Map.of());

	private static final ParameterizedTypeReference<Page<Size>> PAGE = new ParameterizedTypeReference<>() {
	};

	private final CallFixture fixture = CallFixture.create();

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenTheTypeIsGenericThenItsElementsAreBound() {
		respond("{\"Items\":[{\"SizeKey\":\"7\"}]}");
		ConnectResponse<Page<Size>> response = this.fixture.connect.exchange(DETAILS.withCoordinationId("id"), PAGE);
		assertThat(response.result()).isEqualTo(new Page<>(List.of(new Size("7"))));
		assertThat(response.coordinationId()).isEqualTo("id");
	}

	@Test
	void whenTheResultDoesNotFitThenTheMessageHasTheWholeTypeAndThePosition() {
		respond("{\"Items\":[{\"SizeKey\":[\"canary\"]}]}");
		assertThat(CallFixture.failure(() -> this.fixture.connect.exchange(DETAILS, PAGE)))
			.isExactlyInstanceOf(ConnectProtocolException.class)
			.hasMessageContaining("Page<")
			.hasMessageContaining("at Items.[0].SizeKey")
			.hasMessageNotContaining("canary");
	}

	@Test
	void whenTheOperationHasNoResultThenAGenericTypeIsRejected() {
		ConnectRequest delete = ConnectRequest.of(ConnectOperations.DELETE_LIGHTBOX, Map.of());
		assertThatIllegalArgumentException().isThrownBy(() -> this.fixture.connect.exchange(delete, PAGE));
		assertThat(this.fixture.logins()).isZero();
	}

	@Test
	void whenAFakeImplementsOneMethodThenItReceivesClassesOfReferences() {
		ConnectApi fake = new ClassOnlyConnectApi();
		assertThat(fake.exchange(DETAILS, ParameterizedTypeReference.<Size>forType(Size.class)).result())
			.isEqualTo(new Size("fake"));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> fake.exchange(DETAILS, PAGE))
			.withMessageContaining("generic");
	}

	private void respond(String result) {
		this.fixture.server.enqueue("GetImageDetails", Fault.result(result));
	}

	record Page<T>(List<T> items) {
	}

	record Size(@Nullable String sizeKey) {
	}

	private static final class ClassOnlyConnectApi implements ConnectApi {

		@Override
		public <T> ConnectResponse<T> exchange(ConnectRequest request, Class<T> resultType) {
			return new ConnectResponse<>(resultType.cast(new Size("fake")), "fake", List.of());
		}

	}

}
