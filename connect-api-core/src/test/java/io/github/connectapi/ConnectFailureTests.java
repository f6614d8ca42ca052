package io.github.connectapi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectFailureTests {

	private static final ConnectStatus STATUS = new ConnectStatus("Error", "SystemError", "Down.");

	@Test
	void whenPermanentThenIsNotTransient() {
		ConnectFailure failure = ConnectFailure.permanentFailure("CreateSession", "code");
		assertThat(failure.isTransient()).isFalse();
		assertThat(failure.operation()).isEqualTo("CreateSession");
		assertThat(failure.code()).isEqualTo("code");
		assertThat(failure.coordinationId()).isNull();
		assertThat(failure.statuses()).isEmpty();
		assertThat(failure.retryAfter()).isNull();
	}

	@Test
	void whenTransientThenIsTransient() {
		ConnectFailure failure = ConnectFailure.transientFailure("CreateSession", "code");
		assertThat(failure.isTransient()).isTrue();
		assertThat(failure).isNotEqualTo(ConnectFailure.permanentFailure("CreateSession", "code"));
	}

	@Test
	void whenDetailIsSetThenOtherDetailsRemain() {
		ConnectFailure failure = ConnectFailure.transientFailure("RenewSession", "code")
			.withCoordinationId("id")
			.withStatuses(List.of(STATUS))
			.withNotSent(true)
			.withOverRate(true)
			.withCredentialsMissing(true)
			.withRetryAfter(Duration.ofSeconds(7))
			.withCoordinationId("other")
			.withStatuses(List.of(STATUS, STATUS));
		assertThat(failure.operation()).isEqualTo("RenewSession");
		assertThat(failure.code()).isEqualTo("code");
		assertThat(failure.coordinationId()).isEqualTo("other");
		assertThat(failure.statuses()).containsExactly(STATUS, STATUS);
		assertThat(failure.isTransient()).isTrue();
		assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
		assertThat(failure.isNotSent()).isTrue();
		assertThat(failure.isOverRate()).isTrue();
		assertThat(failure.isCredentialsMissing()).isTrue();
	}

	@Test
	void whenDetailsAreTheSameThenFailuresAreEqual() {
		assertThat(complete()).isEqualTo(complete())
			.hasSameHashCodeAs(complete())
			.isNotEqualTo(complete().withCoordinationId("other"))
			.isNotEqualTo(complete().withStatuses(List.of()))
			.isNotEqualTo(complete().withRetryAfter(null))
			.isNotEqualTo(complete().withNotSent(false))
			.isNotEqualTo(complete().withOverRate(true))
			.isNotEqualTo(complete().withCredentialsMissing(true));
		assertThat(complete()).hasToString("ConnectFailure[operation=RenewSession, code=code, coordinationId=id, "
				+ "statuses=[ConnectStatus[type=Error, code=SystemError, message=Down.]], isTransient=true, "
				+ "retryAfter=PT7S, notSent=true, overRate=false, credentialsMissing=false]");
	}

	@Test
	void whenSerializedThenNothingIsLost() throws IOException, ClassNotFoundException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
			output.writeObject(complete());
		}
		try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			assertThat(input.readObject()).isEqualTo(complete());
		}
	}

	@Test
	void whenListIsChangedAfterwardsThenFailureIsUnchanged() {
		List<ConnectStatus> statuses = new ArrayList<>(List.of(STATUS));
		ConnectFailure failure = ConnectFailure.permanentFailure(null, null).withStatuses(statuses);
		statuses.clear();
		assertThat(failure.statuses()).containsExactly(STATUS);
	}

	private static ConnectFailure complete() {
		return ConnectFailure.transientFailure("RenewSession", "code")
			.withCoordinationId("id")
			.withStatuses(List.of(STATUS))
			.withRetryAfter(Duration.ofSeconds(7))
			.withNotSent(true);
	}

}
