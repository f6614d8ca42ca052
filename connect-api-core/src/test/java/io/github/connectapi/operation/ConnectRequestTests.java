package io.github.connectapi.operation;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Properties of requests.
 */
class ConnectRequestTests {

	private static final Map<String, Object> BODY = Map.of("SearchPhrase", "canary");

	private final ConnectRequest request = ConnectRequest.of(ConnectOperations.SEARCH_FOR_IMAGES, BODY);

	@Test
	void whenCreatedThenOperationAndBodyAreReturned() {
		assertThat(this.request.operation()).isEqualTo(ConnectOperations.SEARCH_FOR_IMAGES);
		assertThat(this.request.body()).isSameAs(BODY);
		assertThat(this.request.coordinationId()).isEmpty();
		assertThat(ConnectRequest.of(ConnectOperations.GET_COLLECTIONS, null).body()).isNull();
	}

	@Test
	void whenACoordinationIdIsSetThenTheOriginalIsUnchanged() {
		assertThat(this.request.withCoordinationId("id").coordinationId()).hasValue("id");
		assertThat(this.request.withCoordinationId("id").body()).isSameAs(BODY);
		assertThat(this.request.coordinationId()).isEmpty();
	}

	@Test
	void whenAllPropertiesAreEqualThenRequestsAreEqual() {
		ConnectRequest same = ConnectRequest.of(ConnectOperations.SEARCH_FOR_IMAGES, Map.of("SearchPhrase", "canary"));
		assertThat(this.request).isEqualTo(same).hasSameHashCodeAs(same);
		assertThat(this.request.withCoordinationId("id")).isEqualTo(same.withCoordinationId("id"));
	}

	@Test
	void whenOnePropertyDiffersThenRequestsDiffer() {
		assertThat(this.request).isNotEqualTo(ConnectRequest.of(ConnectOperations.SEARCH_FOR_VIDEOS, BODY))
			.isNotEqualTo(ConnectRequest.of(ConnectOperations.SEARCH_FOR_IMAGES, Map.of()))
			.isNotEqualTo(this.request.withCoordinationId("id"))
			.isNotEqualTo(this.request.withDetail("IncludeSizeName"))
			.isNotEqualTo(this.request.withTimeout(Duration.ofSeconds(1)))
			.isNotEqualTo(this.request.withHeader("X-Trace", "1"))
			.isNotEqualTo(null);
	}

	@Test
	void whenPrintedThenTheBodyIsNotShown() {
		assertThat(this.request.withCoordinationId("id").withHeader("X-Key", "canary").withDetail("canary"))
			.hasToString("ConnectRequest[operation=SearchForImages, coordinationId=id]");
	}

	@Test
	void whenTheBodyDoesNotMatchTheOperationThenItIsRejected() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ConnectRequest.of(ConnectOperations.SEARCH_FOR_IMAGES, null))
			.withMessage("SearchForImages needs a request body");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ConnectRequest.of(ConnectOperations.GET_COLLECTIONS, BODY))
			.withMessage("GetCollections has no request body");
	}

}
