package io.github.connectapi.integration.language;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The check itself, on small texts.
 */
class DictionaryTests {

	private final Dictionary dictionary = new Dictionary();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			class PendingFlight { }                       | flight
			int flightsStarted;                           | flights
			boolean mayFly() { }                          | fly
			static final int MAX_HUSKS = 3;               | husks
			static final Duration LONGEST_WAIT = null;    | LONGEST_WAIT
			static final int MOST_WAITERS = 3;            | MOST_WAITERS
			Session get(Duration atMost) { }              | atMost
			enum State { HELD_BACK }                      | held back
			class ConnectHeldBackException { }            | held back
			void hold() { }                               | hold
			HTTPAnswer next;                              | answer
			Lease lease;                                  | lease
			boolean mayPass();                            | may pass
			ConnectSession copy = session.forCaller();    | for caller
			int failuresInARow;                           | in a row
			void closeQuietly() { }                       | quietly
			// The answer of the server                   | answer
			/* It tells the caller. */                    | tells
			String text = "was held back until";          | held back
			String text = "a\\nverdict";                  | verdict
			// The behaviour of the pool                  | behaviour
			boolean isHeld();                             | is held
			void whenTheHoldEnds() { }                    | the hold
			int catalogueSize;                            | catalogue
			/** Initialises the client. */                | Initialises
			// the lease of a read                        | lease
			// the labelled series                        | labelled
			// echo it, with a coordination id            | echo
			// a store of leases                          | leases
			// the lease of the store                     | lease
			// a virtual carrier of the token             | carrier
			// a single flight and another flight         | flight
			boolean held; // isHeldByCurrentThread        | held
			// Mockito has an answer                      | answer
			// three times in a row                       | in a row
			""")
	void whenAJavaFileHasABannedWordThenItIsFound(String line, String word) {
		String text = "package io.example;\n\n" + line + "\n";
		assertThat(check("Sample.java", text)).singleElement()
			.hasToString("Sample.java:3: \"%s\", better: %s".formatted(word, better(text)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "class SingleFlightTests { }", "// single flight shares result and error",
			"given(api.call()).willAnswer((call) -> null);", "Answer<String> stub;",
			"import org.mockito.stubbing.Answer;", "// The server echoes the CoordinationId",
			"// the lease of a claim in the store", "store.release(lease);", "await().atMost(timeout);",
			"// at most three", "// the carrier thread of a virtual thread", "class OneCarrierTests { }",
			"assertThat(Thread.holdsLock(this)).isFalse();", "// a null may pass unchecked", "int releases;",
			"// midnight", "copyForCaller(failure);", "// a single POST at night",
			"void whenDecidedThenTheTableHolds() { }", "lock.isHeldByCurrentThread();", "// the threshold holds",
			"int analyses;", "void synchronize() { }", "int promised;" })
	void whenAJavaFileUsesTheStandardTermThenNothingIsFound(String line) {
		assertThat(check("Sample.java", line)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			docs/sample.md         | The server answers.       | answers
			docs/sample.md         | Read `SessionVerdict`.    | verdict
			docs/sample.md         | Perhaps it is late.       | perhaps
			docs/alerts.yml        | summary: trouble          | trouble
			docs/dashboard.json    | "title": "Tally"          | tally
			src/index.html         | <p>Held back</p>          | held back
			src/app.js             | showVerdict();            | verdict
			a/application.yml      | rejected-hold: 2m         | rejected hold
			pom.xml                | <!-- the flight -->       | flight
			a/run                  | echo "the pilot"          | pilot
			a/compare              | # The servers echo it     | echo
			a/compare              | # the pilot               | pilot
			docs/sample.md         | Three failures in a row.  | in a row
			""")
	void whenAnotherFileHasABannedWordThenItIsFound(String path, String text, String word) {
		assertThat(check(path, "\n\n" + text)).singleElement()
			.asString()
			.startsWith("%s:3: \"%s\", better: ".formatted(path, word));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			.ci/run                | echo "SKIPPED"
			a/browser-test         | echo "SKIPPED"
			a/compare              | if true; then echo "SKIPPED"; fi
			docs/sample.md         | It is a single flight for all.
			docs/sample.md         | The time out of 3 s is passing.
			""")
	void whenAnotherFileUsesTheStandardTermThenNothingIsFound(String path, String text) {
		assertThat(check(path, text)).isEmpty();
	}

	@Test
	void whenTextIsInABlockThenItsLineIsFound() {
		String text = "class A {\n\tString a = \"\"\"\n\t\t\tfine\n\t\t\tthe verdict\"\"\";\n\t// the husk\n}\n";
		assertThat(check("A.java", text)).extracting(Finding::line).containsExactly(4, 5);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			A.java     | /**\\n * It remains served\\n * on the server.\\n */ | 2
			A.java     | int a;\\n// It fails in\\n\\t// a row.               | 2
			docs/a.md  | It fails once.\\nIt fails in a\\nrow.             | 2
			docs/a.yml | # It fails in\\n# a row.                         | 1
			a/run      | set -eu\\n\\n# It fails\\n# in a row.             | 4
			""")
	void whenAPhraseIsBrokenOverLinesThenItIsFound(String path, String text, int line) {
		assertThat(check(path, text.replace("\\n", "\n").replace("\\t", "\t"))).singleElement()
			.extracting(Finding::line)
			.isEqualTo(line);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			A.java     | /**\\n * It fails in\\n *\\n * A row.\\n */
			A.java     | /**\\n * @param a fails in\\n * @param a row\\n */
			docs/a.md  | It fails in\\n\\na row.
			docs/a.md  | - It fails in\\n- a row.
			docs/a.md  | It is a single\\nflight.
			docs/a.md  | The server echoes\\nthe coordination id.
			""")
	void whenWordsAreInDifferentParagraphsOrAllowedOverLinesThenNothingIsFound(String path, String text) {
		assertThat(check(path, text.replace("\\n", "\n"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.yml", "a/run", "a.properties" })
	void whenACommentIsAfterTheLastColumnThenItIsFound(String path) {
		String line = "# " + "a".repeat(LineLength.MAX_COLUMNS);
		assertThat(LineLength.check(path, "a\n" + line)).singleElement()
			.hasToString(path + ":2: prose of 102 columns, at most 100");
	}

	@Test
	void whenALongLineOfAScriptIsACommandThenNothingIsFound() {
		assertThat(LineLength.check("a/run", "a".repeat(120))).isEmpty();
	}

	@Test
	void whenProseIsAfterTheLastColumnThenItIsFound() {
		String fits = "a".repeat(LineLength.MAX_COLUMNS);
		assertThat(LineLength.check("a.md", fits + "\n\n" + fits + "b\n")).singleElement()
			.hasToString("a.md:3: prose of 101 columns, at most 100");
	}

	@ParameterizedTest
	@ValueSource(strings = { "| %s |", "```\n%s\n```", "[1]: https://example.com/%s", "A [link](docs/%s.md).",
			"See https://example.com/%s" })
	void whenALongLineIsNoProseThenNothingIsFound(String line) {
		assertThat(LineLength.check("a.md", line.formatted("a".repeat(120)))).isEmpty();
	}

	private List<Finding> check(String path, String text) {
		return Lexer.read(path, text).stream().flatMap((passage) -> this.dictionary.check(passage).stream()).toList();
	}

	private String better(String text) {
		return check("Sample.java", text).get(0).problem().replaceFirst(".*better: ", "");
	}

}
