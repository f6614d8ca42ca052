package io.github.connectapi.integration.api;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.asm.ClassWriter;
import org.springframework.asm.Opcodes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The check itself, on small lists.
 */
class ApiListTests {

	private static final String LIST = """
			# List

			## io.example

			| type | members | reason |
			|---|---|---|
			| `Client` | | The client that a user injects. |
			| | `get()`, `get(Duration)` | Read the current value. |
			| `Client.State` | | The state of a client. |
			""";

	private final SortedSet<ApiType> api = new TreeSet<>(
			List.of(type("Client", "get()", "get(Duration)"), type("Client.State")));

	@Test
	void whenTheListIsCompleteThenThereIsNoProblem() {
		assertThat(ApiList.parse(LIST).compare(this.api)).isEmpty();
	}

	@Test
	void whenATypeIsNotListedThenThatIsAProblem() {
		this.api.add(type("Other"));
		assertThat(ApiList.parse(LIST).compare(this.api)).containsExactly("io.example.Other is public and not listed");
	}

	@Test
	void whenAListedTypeIsGoneThenThatIsAProblem() {
		this.api.removeIf((type) -> type.name().equals("Client.State"));
		assertThat(ApiList.parse(LIST).compare(this.api))
			.containsExactly("io.example.Client.State is listed and not public");
	}

	@Test
	void whenMembersDifferThenThatIsAProblem() {
		String list = LIST.replace("get(Duration)", "get(long)");
		assertThat(ApiList.parse(list).compare(this.api)).containsExactly(
				"io.example.Client.get(long) is listed and not public",
				"io.example.Client.get(Duration) is public and not listed");
	}

	@Test
	void whenAReasonIsMissingThenThatIsAProblem() {
		assertThat(ApiList.parse(LIST.replace("The state of a client.", "")).compare(this.api))
			.containsExactly("io.example.Client.State [] has no reason");
		assertThat(ApiList.parse(LIST.replace("Read the current value.", "Needed.")).compare(this.api))
			.containsExactly("io.example.Client [get(), get(Duration)] has no reason");
	}

	@Test
	void whenAnEntryIsAPatternThenItAppliesToAllMembersThatMatch() {
		String list = LIST.replace("`get()`, `get(Duration)`", "`g*()`, `*(*)`");
		assertThat(ApiList.parse(list).compare(this.api)).isEmpty();
		assertThat(ApiList.parse(list).update("# List\n", this.api)).isEqualTo(list);
	}

	@Test
	void whenAPatternMatchesOnlyPartOfTheMembersThenTheOthersAreAProblem() {
		String list = LIST.replace("`get()`, `get(Duration)`", "`*()`, `with*(*)`");
		assertThat(ApiList.parse(list).compare(this.api)).containsExactly(
				"io.example.Client.with*(*) is listed and not public",
				"io.example.Client.get(Duration) is public and not listed");
	}

	@Test
	void whenAPatternCouldMatchAConstructorThenTheConstructorIsStillAProblem() {
		this.api.add(type("New", "VALUE", "new New()"));
		assertThat(ApiList.parse(LIST + "| `New` | | The newest type. |\n| | `*()`, `*` | All of its members. |\n")
			.compare(this.api)).containsExactly("io.example.New.*() is listed and not public",
					"io.example.New.new New() is public and not listed");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			new New(int, int, int, int)      | Tests create an instance.                | true
			new New(int, int, int, int, int) | Tests create an instance.                | false
			new New(int, int, int, int, int) | Only the library creates it, no promise. | true
			""")
	void whenAConstructorHasMoreThanFourParametersThenItsReasonIsNoPromise(String member, String reason,
			boolean valid) {
		this.api.add(type("New", member));
		String rows = "| `New` | | The newest type. |\n| | `%s` | %s |\n".formatted(member, reason);
		assertThat(ApiList.parse(LIST + rows).compare(this.api)).isEqualTo(valid ? List.of()
				: List.of("io.example.New.%s has more than four parameters, and the reason is not \"no promise\""
					.formatted(member)));
	}

	@Test
	void whenSomethingIsListedTwiceThenThatIsAProblem() {
		assertThat(ApiList.parse(LIST + "| `Client.State` | | The state of a client. |\n").compare(this.api))
			.containsExactly("io.example.Client.State is listed twice");
	}

	@Test
	void whenTheListIsUpdatedThenReasonsStayAndMissingOnesAreEmpty() {
		this.api.add(type("New", "name()"));
		assertThat(ApiList.parse(LIST).update("# List\n", this.api))
			.isEqualTo(LIST + "| `New` | | |\n| | `name()` | |\n");
	}

	@Test
	void whenClassFilesAreReadThenOnlyVisibleMembersOfPublicTypesAreFound() {
		SortedSet<ApiType> types = PublicClasses
			.read(List.of(classFile("Sample", Opcodes.ACC_PUBLIC, "Lorg/Other;"), classFile("Hidden", 0, "Lorg/Other;"),
					classFile("Marked", Opcodes.ACC_PUBLIC, "Lio/github/connectapi/Internal;")));
		assertThat(types).extracting(ApiType::key).containsExactly("io.example.Sample");
		assertThat(types.first().members()).containsExactly("VALUE", "get(List, int[], State)", "more(String[])",
				"new Sample()");
	}

	private static PublicClasses.ClassFile classFile(String name, int access, String annotation) {
		ClassWriter writer = new ClassWriter(0);
		writer.visit(Opcodes.V17, access, "io/example/" + name, null, "java/lang/Object", null);
		writer.visitAnnotation(annotation, false);
		writer.visitField(Opcodes.ACC_PUBLIC, "VALUE", "I", null, null);
		writer.visitField(Opcodes.ACC_PRIVATE, "value", "I", null, null);
		int visible = Opcodes.ACC_ABSTRACT | Opcodes.ACC_PUBLIC;
		writer.visitMethod(visible, "<init>", "()V", null, null);
		writer.visitMethod(visible, "toString", "()Ljava/lang/String;", null, null);
		writer.visitMethod(visible, "get", "(Ljava/util/List;[ILio/example/Client$State;)V", null, null);
		writer.visitMethod(Opcodes.ACC_ABSTRACT | Opcodes.ACC_PROTECTED, "more", "([Ljava/lang/String;)V", null, null);
		writer.visitMethod(Opcodes.ACC_ABSTRACT, "hidden", "()V", null, null);
		writer.visitMethod(visible | Opcodes.ACC_SYNTHETIC, "bridge", "()V", null, null);
		writer.visitMethod(visible, "marked", "()V", null, null)
			.visitAnnotation("Lio/github/connectapi/Internal;", false);
		writer.visitEnd();
		return PublicClasses.ClassFile.read(writer.toByteArray());
	}

	private static ApiType type(String name, String... members) {
		return new ApiType("io.example", name, new TreeSet<>(List.of(members)));
	}

}
