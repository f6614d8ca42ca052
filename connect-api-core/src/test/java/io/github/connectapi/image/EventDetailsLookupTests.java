package io.github.connectapi.image;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.test.Fault;
import io.github.connectapi.typed.OperationFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Lookups of events.
 */
class EventDetailsLookupTests {

	private final OperationFixture operation = new OperationFixture(ConnectOperations.GET_EVENT_DETAILS);

	private final EventDetailsLookup lookup = new EventDetailsLookup(this.operation.connect);

	@AfterEach
	void close() {
		this.operation.close();
	}

	@Test
	void whenTheEventExistsThenItsDetailsAreReturned() {
		this.operation.respond("""
				{"EventResult":[{"Event":{"EventName":"Derby"},"EventId":7,"Status":"Success"}]}""");
		assertThat(this.lookup.find(7)).map(EventDetails::eventName).hasValue("Derby");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"EventResult\":[{\"Event\":null,\"EventId\":7,\"Status\":\"Not Found\"}]}",
			"{\"EventResult\":[{\"Event\":{},\"EventId\":8}]}" })
	void whenTheEventIsMissingInTheResultThenItIsEmpty(String json) {
		this.operation.respond(json);
		assertThat(this.lookup.find(7)).isEmpty();
	}

	@Test
	void whenTheServerReportsAMissingEventThenItIsEmpty() {
		this.operation.server.enqueue("GetEventDetails", Fault.error("EventNotFound", "no"));
		assertThat(this.lookup.find(7)).isEmpty();
	}

	@Test
	void whenThereIsAnotherErrorThenItIsThrown() {
		this.operation.server.enqueue("GetEventDetails", Fault.error("InvalidRequest", "no"));
		assertThatExceptionOfType(ConnectOperationException.class).isThrownBy(() -> this.lookup.find(7));
	}

}
