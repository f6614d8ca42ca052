package io.github.connectapi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectFailureTests {

	private static final ConnectStatus STATUS = new ConnectStatus("Error", "SystemError", "Down.");

	@Test
	void whenItLastsThenItIsNotToBeRepeated() {
		ConnectFailure failure = ConnectFailure.permanentFailure("CreateSession", "code");
		assertThat(failure).isEqualTo(new ConnectFailure("CreateSession", "code", null, List.of(), false, null));
	}

	@Test
	void whenItPassesThenItMayBeRepeated() {
		ConnectFailure failure = ConnectFailure.transientFailure("CreateSession", "code");
		assertThat(failure).isEqualTo(new ConnectFailure("CreateSession", "code", null, List.of(), true, null));
	}

	@Test
	void whenFactsAreAddedThenTheOthersStay() {
		ConnectFailure failure = ConnectFailure.transientFailure("RenewSession", "code")
			.withCoordinationId("id")
			.withStatuses(List.of(STATUS))
			.withRetryAfter(Duration.ofSeconds(7))
			.withCoordinationId("other")
			.withStatuses(List.of(STATUS, STATUS));
		assertThat(failure).isEqualTo(new ConnectFailure("RenewSession", "code", "other", List.of(STATUS, STATUS), true,
				Duration.ofSeconds(7)));
	}

	@Test
	void whenTheListIsChangedAfterwardsThenTheFactsAreNot() {
		List<ConnectStatus> statuses = new ArrayList<>(List.of(STATUS));
		ConnectFailure failure = ConnectFailure.permanentFailure(null, null).withStatuses(statuses);
		statuses.clear();
		assertThat(failure.statuses()).containsExactly(STATUS);
	}

}
