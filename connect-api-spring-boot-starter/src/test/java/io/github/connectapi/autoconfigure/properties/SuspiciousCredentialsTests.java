package io.github.connectapi.autoconfigure.properties;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.autoconfigure.FakeApplication;
import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for credentials that are certainly not meant.
 */
@ExtendWith(OutputCaptureExtension.class)
class SuspiciousCredentialsTests {

	@ParameterizedTest
	@ValueSource(strings = { "${secret/x}", "${sm@x}", "${A}${B}", "pre-${A}", "${a[0].b}", "${A}-post", "a${}b",
			"$(PASSWORD)", "{{ .Values.password }}", "@connect.password@", "ENC(abc=)", "{cipher}abc" })
	void whenAnExpressionWasNotReplacedThenTheStartStops(String value) {
		assertProblem(with(Map.of("getty.connect.user-password", value)), value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "000A", "000D", "0009", "0000", "007F", "FEFF", "FFFD", "200B", "200D", "2060", "00AD",
			"2028" })
	void whenThereIsAnInvisibleCharacterThenTheStartStopsAndNamesIt(String code) {
		String character = Character.toString(Integer.parseInt(code, 16));
		for (String value : List.of("canary" + character + "7", character + "canary-7", "canary-7" + character)) {
			with(Map.of("getty.connect.user-password", value))
				.run((context) -> assertThat(problems(context)).singleElement()
					.satisfies((problem) -> assertThat(problem.reason())
						.startsWith("getty.connect.user-password contains U+%s (".formatted(code))
						.doesNotContain("canary"))
					.satisfies((problem) -> assertThat(problem.action())
						.contains("set getty.connect.allow-unusual-credentials to true")));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u00a0secret", "secret\u00a0", "secret\u3000" })
	void whenASpaceThatIsNotPlainIsAtAnEdgeThenTheStartStops(String value) {
		assertProblem(with(Map.of("getty.connect.user-password", value)), value);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "secret\u00a0secret", "a$b", "a{b}", "$x{", "100%", "@home", "päß wörd", "{{", "😀", "ENC" })
	void whenAValueMayBeMeantThenItIsUsed(String value) {
		with(Map.of("getty.connect.user-password", value))
			.run((context) -> assertThat(credentials(context).userPassword().orElseThrow().reveal()).isEqualTo(value));
	}

	@Test
	void whenUnusualCredentialsAreAllowedThenTheyAreUsed() {
		yaml("""
				getty.connect:
				  allow-unusual-credentials: true
				  system-id: 0123
				  user-password: "a${b c}"
				""").run((context) -> {
			assertThat(credentials(context).systemId()).isEqualTo("83");
			assertThat(credentials(context).userPassword().orElseThrow().reveal()).isEqualTo("a${b c}");
		});
	}

	@Test
	void whenAnEdgeIsAPlainSpaceThenThereIsAWarning(CapturedOutput output) {
		with(Map.of("getty.connect.user-password", "secret ")).run((context) -> {
			assertThat(credentials(context).userPassword().orElseThrow().reveal()).isEqualTo("secret ");
			assertThat(output).containsOnlyOnce(
					"getty.connect.user-password begins or ends with a space, which is sent as part of the value. Remove the space if it is not meant.");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "'secret'", "\"secret\"" })
	void whenAValueIsEnclosedInQuotationMarksThenThereIsAWarning(String value, CapturedOutput output) {
		with(Map.of("getty.connect.user-password", value)).run((context) -> {
			assertThat(credentials(context).userPassword().orElseThrow().reveal()).isEqualTo(value);
			assertThat(output).containsOnlyOnce(
					"getty.connect.user-password is enclosed in quotation marks, which are sent as part of the value. Remove them if they are not meant.");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "'", "\"a'", "it's", "'a'b" })
	void whenQuotationMarksEncloseNothingThenThereIsNoWarning(String value, CapturedOutput output) {
		with(Map.of("getty.connect.user-password", value))
			.run((context) -> assertThat(output).doesNotContain("quotation marks"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0123", "0x1F", "1_000", "1e3", "+5", "012.50", "on", "yes", "True", "12:30:45", "0o17",
			"0b11" })
	void whenYamlChangesAnUnquotedValueThenTheStartStops(String value) {
		yaml("getty.connect.system-id: %s # comment".formatted(value)).run((context) -> {
			if (context.getStartupFailure() == null) {
				assertThat(credentials(context).systemId()).isEqualTo(value);
				return;
			}
			assertThat(problems(context)).singleElement()
				.satisfies((problem) -> assertThat(problem.reason()).isEqualTo(
						"getty.connect.system-id is not quoted, and YAML changed it by reading it as a number or boolean"))
				.satisfies((problem) -> assertThat(problem.action())
					.contains("Quote the value of getty.connect.system-id"));
		});
	}

	@Test
	void whenAnOctalNumberIsChangedThenTheStartStops() {
		assertProblem(yaml("getty: { connect: { systemId: 0123, enabled: true } }"), "83");
	}

	@Test
	void whenAPlaceholderRefersToAChangedNumberThenTheStartStops() {
		assertProblem(yaml("""
				FIRST: 0123
				SECOND: ${FIRST:default}
				getty.connect.user-password: " ${SECOND} "
				"""), "83");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1234", "-5", "true", "'0123'", "\"0123\"", "0129", "1.5" })
	void whenYamlDoesNotChangeAValueThenItIsUsed(String value, CapturedOutput output) {
		yaml("getty.connect:\n  system-id: " + value)
			.run((context) -> assertThat(credentials(context).systemId()).isEqualTo(value.replaceAll("['\"]", "")));
		assertThat(output).doesNotContain("cannot be read");
	}

	@Test
	void whenTheTextOfANumberCannotBeReadThenThereIsAWarning(CapturedOutput output) {
		with(Map.of("getty.connect.system-id", 1234)).run((context) -> {
			assertThat(credentials(context).systemId()).isEqualTo("1234");
			assertThat(output).containsOnlyOnce(
					"getty.connect.system-id is a number or boolean instead of text, and its original text cannot be read. Quote it if it was written differently.");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "${UNSET:}" })
	void whenTheBaseUrlIsBlankThenTheStartStops(String value) {
		with(Map.of("getty.connect.base-url", value)).run((context) -> assertThat(problems(context)).singleElement()
			.extracting(StartupProblem::reason)
			.isEqualTo("getty.connect.base-url is blank"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "#{systemProperties['x']}", "%{X}", "$CONNECT_PASSWORD", "<%= password %>", "{{a}}{{b}}",
			"$(A)$(B)", "pre-$(PASSWORD)", "pre-{{ .Values.password }}" })
	void whenAnotherExpressionWasNotReplacedThenTheStartStops(String value) {
		assertProblem(with(Map.of("getty.connect.user-password", value)), value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "D800", "DC00", "FFFE", "FFFF", "FDD0", "1FFFE", "202E", "E0001", "034F", "3164", "115F" })
	void whenACharacterHasNoGlyphThenTheStartStopsAndNamesIt(String code) {
		String character = Character.toString(Integer.parseInt(code, 16));
		with(Map.of("getty.connect.user-password", "canary" + character + "7"))
			.run((context) -> assertThat(problems(context)).singleElement()
				.satisfies((problem) -> assertThat(problem.reason())
					.startsWith("getty.connect.user-password contains U+%s (".formatted(code))
					.doesNotContain("null")
					.doesNotContain("canary")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "getty.connect.system-id: &x 1234", "getty.connect.system-id: !!int 1234",
			"getty.connect: { user-name: '\uD83D\uDD11', system-id: 1234 }",
			"# a\u2028# b\ngetty.connect.system-id: 1234", "# a\u0085# b\n\ngetty.connect.system-id: 1234",
			"ID: 1234\ngetty.connect.system-id: ${ID}", "ID: &a 1234\ngetty.connect.system-id: *a",
			"\ufeffgetty.connect.system-id: 1234", "getty:\r\n  connect:\r\n    system-id:\r\n      1234\r\n",
			"a: b\n---\ngetty.connect.system-id: 1234" })
	void whenYamlIsWrittenInAnotherWayThenAnUnchangedValueIsUsed(String yaml, CapturedOutput output) {
		yaml(yaml).run((context) -> assertThat(credentials(context).systemId()).isEqualTo("1234"));
		assertThat(output).doesNotContain("cannot be read");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ID: 0123\ngetty.connect.system-id: a-${ID}",
			"A: x\nID: 0123\ngetty.connect.system-id: ${A}${ID}", "ID: 0123\ngetty.connect.system-id: ${UNSET:${ID}}",
			"ID: 0123\ngetty.connect.system-id: ${UNSET:a${ID}}", "N: ID\nID: 0123\ngetty.connect.system-id: ${${N}}",
			"getty.connect.system-id: &x 0123", "x: &a 0123\ngetty.connect.system-id: *a",
			"getty.connect.system-id: .inf", "getty.connect.system-id: 1:30", "getty.connect.system-id: OFF",
			"getty.connect.system-id: 1.10", "getty.connect.system-id: !!binary aGVsbG8=" })
	void whenYamlIsWrittenInAnotherWayThenAChangedValueStopsTheStart(String yaml) {
		yaml(yaml).run((context) -> assertThat(problems(context)).isNotEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "$", "${", "}", "pa$$word", "$(", "a$(b", "@a@b", "x@y@z", "{a}", "{{a}", "ENC(",
			"cipher{}", "\"quoted", "'x", "\\u0041", "#{", "%41", "a%b%c", "<secret>", "changeme", "$1$abc$def",
			"$2a$10$N9qo8uLOickgx2ZMRZoMye", "{bcrypt}$2a$10$abc", "{noop}x", "ä ö", "密码", "\u0301a", "%PW%", "#x#",
			"a#{b}c", "p%{x" })
	void whenAnotherValueMayBeMeantThenItIsUsed(String value) {
		with(Map.of("getty.connect.user-password", value))
			.run((context) -> assertThat(credentials(context).userPassword().orElseThrow().reveal()).isEqualTo(value));
	}

	private static void assertProblem(ApplicationContextRunner runner, String secret) {
		runner.run((context) -> assertThat(problems(context)).singleElement()
			.satisfies((problem) -> assertThat(problem.property()).startsWith("getty.connect."))
			.satisfies((problem) -> assertThat(problem.reason()).doesNotContain(secret))
			.satisfies((problem) -> assertThat(problem.action()).contains("allow-unusual-credentials")));
	}

	private static ApplicationContextRunner with(Map<String, Object> properties) {
		return FakeApplication.configured()
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("first", properties)));
	}

	private static ApplicationContextRunner yaml(String text) {
		return FakeApplication.configured().withInitializer((context) -> load(text, context.getEnvironment()));
	}

	private static void load(String text, ConfigurableEnvironment environment) {
		try {
			new YamlPropertySourceLoader().load("yaml", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))
				.forEach(environment.getPropertySources()::addFirst);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ConnectCredentials credentials(AssertableApplicationContext context) {
		assertThat(context).hasNotFailed();
		return context.getBean(ConnectCredentialsProvider.class).getCredentials();
	}

	private static List<StartupProblem> problems(AssertableApplicationContext context) {
		Throwable cause = context.getStartupFailure();
		while (!(cause instanceof ConnectStartupException startup)) {
			assertThat(cause).as("startup exception").isNotNull();
			cause = cause.getCause();
		}
		return startup.problems();
	}

}
