package io.github.connectapi.integration.operations;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.connectapi.license.DownloadEvent;
import io.github.connectapi.purchase.PurchaseEvent;
import io.github.connectapi.session.ConnectSessionEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the documented events and their fields are those of the code.
 */
class EventTableTests {

	private final Map<String, Class<?>> events = concreteTypes(ConnectSessionEvent.class)
		.collect(Collectors.toMap(Class::getSimpleName, (type) -> type));

	private final Document document = Document.of("docs/operations.md");

	private final List<List<String>> rows = this.document.table("Events");

	@Test
	void whenEventsExistThenAllAreDocumented() {
		assertThat(this.rows).extracting((row) -> Document.codeSpans(row.get(0)).get(0))
			.containsExactlyInAnyOrderElementsOf(this.events.keySet());
	}

	@Test
	void whenFieldsAreDocumentedThenTheyAreThoseOfTheEvent() {
		assertThat(this.rows).allSatisfy((row) -> {
			Class<?> event = this.events.get(Document.codeSpans(row.get(0)).get(0));
			List<String> fields = Arrays.stream(event.getRecordComponents())
				.map(RecordComponent::getName)
				.filter((name) -> !name.equals("at") && !name.equals("generation"))
				.toList();
			assertThat(Document.codeSpans(row.get(2))).as(event.getSimpleName()).isEqualTo(fields);
		});
	}

	@Test
	void whenEventsOfPurchasesAndDownloadsExistThenTheirComponentsAreDocumented() {
		List<List<String>> documented = this.document.table("Events of purchases and downloads");
		assertThat(documented).extracting((row) -> Document.codeSpans(row.get(0)).get(0))
			.containsExactly(PurchaseEvent.class.getSimpleName(), DownloadEvent.class.getSimpleName());
		assertThat(documented).extracting((row) -> Document.codeSpans(row.get(2)))
			.containsExactly(components(PurchaseEvent.class), components(DownloadEvent.class));
	}

	private static List<String> components(Class<?> event) {
		return Arrays.stream(event.getRecordComponents()).map(RecordComponent::getName).toList();
	}

	@Test
	void whenEventsAreFailuresThenAllAreDocumentedAsSuch() {
		String sentence = this.document.section("Events").split("generation`")[1].split("are also")[0];
		assertThat(Document.codeSpans(sentence)).containsExactlyInAnyOrderElementsOf(
				concreteTypes(ConnectSessionEvent.Failed.class).map(Class::getSimpleName).toList());
	}

	private static Stream<Class<?>> concreteTypes(Class<?> type) {
		return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTableTests::concreteTypes)
				: Stream.of(type);
	}

}
