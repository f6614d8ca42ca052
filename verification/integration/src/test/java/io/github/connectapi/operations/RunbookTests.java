package io.github.connectapi.operations;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectOperations;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The runbook knows each code that the client knows, and says what happens then.
 */
class RunbookTests {

	private static final Path SOURCES = Path.of("../../connect-api-core/src/main/java/io/github/connectapi");

	private static final Pattern WORD = Pattern.compile("key\\.contains\\(\"([A-Z]+)\"\\)");

	private final Document runbook = Document.of("docs/runbook.md");

	@Test
	void whenTheClientKnowsACodeThenTheRunbookDoes() {
		assertThat(known()).hasSizeGreaterThan(10)
			.isSubsetOf(codes("Codes").stream().map((code) -> code.toLowerCase(Locale.ROOT)).toList());
	}

	@Test
	void whenTheClientKnowsAWordOfTheGatewayThenTheRunbookDoes() throws IOException {
		List<String> words = codes("The gateway's words").stream()
			.map((code) -> code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", ""))
			.toList();
		assertThat(WORD.matcher(Files.readString(SOURCES.resolve("client/ErrorCategory.java"))).results()).hasSize(5)
			.allSatisfy((word) -> assertThat(words).anySatisfy((code) -> assertThat(code).contains(word.group(1))));
	}

	@Test
	void whenACodeIsInTheRunbookThenItHappensWhatThatSays() {
		assertHappens("Codes", "ofEnvelope", (code) -> new Object[] { 200, code });
	}

	@Test
	void whenAWordOfTheGatewayIsInTheRunbookThenItHappensWhatThatSays() {
		assertHappens("The gateway's words", "ofGateway", (code) -> new Object[] { 403, code });
	}

	@Test
	void whenAnHttpStatusIsInTheRunbookThenItHappensWhatThatSays() {
		assertHappens("HTTP status without an answer of the API", "ofHttpStatus",
				(status) -> new Object[] { Integer.parseInt(status) });
	}

	@Test
	void whenACodeIsInTheRunbookThenThereIsSomethingToDo() {
		assertThat(codes("Codes")).doesNotHaveDuplicates();
		assertThat(Stream.of("Codes", "The gateway's words", "HTTP status without an answer of the API")
			.flatMap((heading) -> this.runbook.table(heading).stream())).allSatisfy((row) -> {
				assertThat(row).hasSize(6).noneMatch(String::isEmpty);
			});
	}

	@Test
	void whenAMessageIsInTheRunbookThenTheClientSaysIt() throws IOException {
		StringBuilder sources = new StringBuilder();
		try (Stream<Path> files = Files.walk(SOURCES)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				sources.append(Files.readString(file));
			}
		}
		assertThat(this.runbook.table("No code")).allSatisfy((row) -> {
			assertThat(row).hasSize(3).noneMatch(String::isEmpty);
			assertThat(sources).contains(Document.code(row.get(0)).get(0));
		});
	}

	private List<String> codes(String heading) {
		return this.runbook.table(heading).stream().map((row) -> Document.code(row.get(0)).get(0)).toList();
	}

	private void assertHappens(String heading, String table, Function<String, Object[]> arguments) {
		assertThat(this.runbook.table(heading)).allSatisfy((row) -> {
			Object[] answer = arguments.apply(Document.code(row.get(0)).get(0));
			assertThat(row.subList(2, 5)).as(row.get(0))
				.containsExactly(atLogin(category(table, operation("CREATE_SESSION"), answer)),
						atRenewal(category(table, operation("RENEW_SESSION"), answer)),
						inCall(category(table, ConnectOperations.GET_COUNTRIES, answer)));
		});
	}

	private static String atLogin(String category) {
		return switch (category) {
			case "CREDENTIALS_REJECTED" -> "held";
			case "TRANSIENT" -> "retried";
			default -> "waits";
		};
	}

	private static String atRenewal(String category) {
		return category.equals("TOKEN_REJECTED") ? "new login" : atLogin(category);
	}

	private static String inCall(String category) {
		return switch (category) {
			case "TOKEN_REJECTED" -> "new login";
			case "TRANSIENT" -> "retried";
			default -> "error";
		};
	}

	/** What the client makes of an answer; its table is its own, so it is looked into. */
	private static String category(String table, ConnectOperation operation, Object[] answer) {
		List<Object> arguments = new ArrayList<>(List.of(answer));
		arguments.add(0, operation);
		try {
			Method method = Stream.of(verdicts().getDeclaredMethods())
				.filter((each) -> each.getName().equals(table))
				.findFirst()
				.orElseThrow();
			method.setAccessible(true);
			return String.valueOf(method.invoke(null, arguments.toArray()));
		}
		catch (IllegalAccessException | InvocationTargetException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Set<String> known() {
		return Stream.of(verdicts().getDeclaredFields())
			.filter((field) -> field.getType() == Set.class)
			.flatMap((field) -> ((Set<?>) value(field)).stream().map(String::valueOf))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Class<?> verdicts() {
		try {
			return Class.forName(ConnectClient.class.getPackageName() + ".ErrorCategory");
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ConnectOperation operation(String name) {
		try {
			Class<?> type = Class.forName(ConnectClient.class.getPackageName() + ".SessionOperation");
			Method operation = type.getDeclaredMethod("operation");
			operation.setAccessible(true);
			return (ConnectOperation) operation.invoke(value(type.getDeclaredField(name)));
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Object value(Field field) {
		try {
			field.setAccessible(true);
			return field.get(null);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
