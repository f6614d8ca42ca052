package io.github.connectapi.image;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.typed.OperationFixture;

import static io.github.connectapi.typed.DocumentedFields.assertFields;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Typed form of GetEventDetails, compared with its page.
 */
class GetEventDetailsTests {

	private final OperationFixture operation = new OperationFixture(ConnectOperations.GET_EVENT_DETAILS);

	@AfterEach
	void close() {
		this.operation.close();
	}

	@Test
	void whenTheRequestIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(GetEventDetails.class, """
				Collection EventIds
				""");
	}

	@Test
	void whenTheResultIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(GetEventDetailsResult.class, """
				Collection EventResult
				""");
		assertFields(GetEventDetailsResult.EventResult.class, """
				Object Event
				Integer EventId
				String Status
				""");
		assertFields(EventDetails.class, """
				Integer ChildEventCount EventId ImageCount
				Collection EditorialSegments/EditorialSegment Location
				String EventName RepresentativeImageId Status
				Date StartDate
				""");
		assertFields(EventDetails.Location.class, """
				String City Country StateProvince Venue
				""");
	}

	@Test
	void whenAllOptionsAreSetThenTheyAreSent() {
		this.operation.assertRequest(GetEventDetails.of(1L, 2L), """
				{"EventIds":[1,2]}""");
	}

	@Test
	void whenTheResultHasAllFieldsThenTheyAreRead() {
		this.operation.assertResult(GetEventDetails.of(1L), """
				{"EventResult":[{"Event":{"ChildEventCount":1,"EditorialSegments":["News"],"EventId":2,
				"EventName":"a","ImageCount":3,"Location":[{"City":"b","Country":"c","StateProvince":"d",
				"Venue":"e"}],"RepresentativeImageId":"4","StartDate":"2012-02-10T08:00:00Z","Status":"Success"},
				"EventId":2,"Status":"Success"}]}""", GetEventDetailsResult.class);
	}

	@Test
	void whenTheLocationIsAnObjectThenItIsRead() {
		assertThat(event("""
				{"Location":{"City":"Oslo"},"EditorialSegment":["News"]}""")).satisfies((event) -> {
			assertThat(event.location()).extracting(EventDetails.Location::city).containsExactly("Oslo");
			assertThat(event.editorialSegments()).containsExactly("News");
		});
	}

	private EventDetails event(String json) {
		return this.operation
			.read(GetEventDetails.of(1L), "{\"EventResult\":[{\"Event\":" + json + "}]}", GetEventDetailsResult.class)
			.eventResult()
			.get(0)
			.event();
	}

}
