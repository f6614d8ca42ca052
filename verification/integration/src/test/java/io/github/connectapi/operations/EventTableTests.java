package io.github.connectapi.operations;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.connectapi.session.ConnectSessionEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documented events are those of the code.
 */
class EventTableTests {

	private final Map<String, Class<?>> events = leaves(ConnectSessionEvent.class)
		.collect(Collectors.toMap(Class::getSimpleName, (type) -> type));

	private final Document document = Document.of("docs/operations.md");

	private final List<List<String>> rows = this.document.table("Events");

	@Test
	void whenEventsAreDocumentedThenTheyAreAllThereAre() {
		assertThat(this.rows).extracting((row) -> Document.code(row.get(0)).get(0))
			.containsExactlyInAnyOrderElementsOf(this.events.keySet());
	}

	@Test
	void whenFactsAreDocumentedThenTheyAreThoseOfTheEvent() {
		assertThat(this.rows).allSatisfy((row) -> {
			Class<?> event = this.events.get(Document.code(row.get(0)).get(0));
			List<String> details = Arrays.stream(event.getRecordComponents())
				.map(RecordComponent::getName)
				.filter((name) -> !name.equals("at") && !name.equals("generation"))
				.toList();
			assertThat(Document.code(row.get(2))).as(event.getSimpleName()).isEqualTo(details);
		});
	}

	@Test
	void whenFailuresAreDocumentedThenTheyAreAllThereAre() {
		String sentence = this.document.section("Events").split("generation`")[1].split("are also")[0];
		assertThat(Document.code(sentence)).containsExactlyInAnyOrderElementsOf(
				leaves(ConnectSessionEvent.Failed.class).map(Class::getSimpleName).toList());
	}

	private static Stream<Class<?>> leaves(Class<?> type) {
		return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTableTests::leaves)
				: Stream.of(type);
	}

}
