package io.github.connectapi.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.Secret;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server that repeats the secrets of a request.
 */
@Timeout(60)
class SecretRedactorTests {

	private static final String MESSAGE = "no fake-system-password, no 'fake-user-password', no <any>";

	@ParameterizedTest
	@EnumSource
	void whenTheServerRepeatsSecretsThenTheyAreRedacted(SessionOperation operation) {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).start();
				ConnectClient client = ClientFixture.client(server)) {
			server.enqueue(operation.toString(), Fault.error("SystemError", MESSAGE),
					Fault.status(500).header("X-Error-Detail", MESSAGE));
			assertRedacted(ClientFixture.failure(client, operation), operation);
			assertRedacted(ClientFixture.failure(client, operation), operation);
		}
	}

	@ParameterizedTest
	@CsvSource({ "no pass+(word,no ******", "pass+(word,******", "pass+(words,pass+(words", "pass,pass" })
	void whenASecretIsAWholeWordThenItIsRedacted(String text, String redacted) {
		assertThat(SecretRedactor.of(null, ConnectCredentials.ofApplication("system", "pass+(word")).redact(text))
			.isEqualTo(redacted);
	}

	@Test
	void whenAPasswordIsPartOfACodeThenTheCodeIsKept() {
		SecretRedactor redactor = SecretRedactor.of(Secret.of("System"),
				ConnectCredentials.ofApplication("system", "Error"));
		assertThat(redactor.redact("SystemError")).isEqualTo("SystemError");
	}

	@ParameterizedTest
	@MethodSource("escapings")
	void whenASecretIsEscapedThenTheTextIsWithheld(UnaryOperator<String> escaping) {
		String secret = "aé9+b/c=d|e#f&g\"h'i<j%k\\l m";
		SecretRedactor redactor = SecretRedactor.of(Secret.of(secret));
		String escaped = escaping.apply(secret);
		assertThat(escaped).isNotEqualTo(secret);
		assertThat(redactor.redact("token '%s' unknown".formatted(escaped)))
			.isEqualTo("(withheld because it contains a secret)");
		assertThat(redactor.redact("token '%s' unknown".formatted(escaping.apply("x+/=|&y")))).startsWith("token '");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\\nab+c/d", "\\tab+c/d", "x\\\\r\\\\nab+c/d", "\\u{61}b+c/d", "a\\u{62}+c/d",
			"ab\\53c\\057d", "ab%u002Bc/d", "ab&#43c/d", "ab&#43c&#X002f;d", "ab&#43;c&#0000000047;d" })
	void whenAnotherEscapingIsUsedThenTheTextIsWithheld(String escaped) {
		assertThat(SecretRedactor.of(Secret.of("ab+c/d")).redact("token=%s".formatted(escaped)))
			.isEqualTo("(withheld because it contains a secret)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "p%E4ss!x", "p&auml;ss&excl;x", "p&auml;ss&#33x" })
	void whenAPasswordIsEscapedThenTheTextIsWithheld(String escaped) {
		assertThat(SecretRedactor.of(Secret.of("päss!x")).redact("no %s".formatted(escaped)))
			.isEqualTo("(withheld because it contains a secret)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a&#128512;b", "a&#x1F600;b", "a\\ud83d\\ude00b", "a\\u{1F600}b", "a%F0%9F%98%80b" })
	void whenASupplementaryCharacterIsEscapedThenTheTextIsWithheld(String escaped) {
		assertThat(SecretRedactor.of(Secret.of("a😀b")).redact("no %s".formatted(escaped)))
			.isEqualTo("(withheld because it contains a secret)");
	}

	@Test
	void whenALongSecretIsPartOfAWordThenItIsRedacted() {
		assertThat(SecretRedactor.of(Secret.of("0123456789abcdef")).redact("token0123456789abcdefx"))
			.isEqualTo("token******x");
	}

	@Test
	void whenATextIsEscapedTooManyTimesThenItIsWithheld() {
		assertThat(SecretRedactor.of(Secret.of("secret")).redact("%" + "25".repeat(20)))
			.isEqualTo("(withheld because it contains a secret)");
		assertThat(SecretRedactor.NONE.redact("%" + "25".repeat(20))).startsWith("%25");
	}

	private static Stream<UnaryOperator<String>> escapings() {
		List<UnaryOperator<String>> once = List.of((text) -> JsonMapper.shared().writeValueAsString(text),
				(text) -> JsonMapper.shared().writeValueAsString(text).replace("/", "\\/"),
				SecretRedactorTests::unicode, (text) -> URLEncoder.encode(text, StandardCharsets.UTF_8),
				(text) -> UriUtils.encode(text, StandardCharsets.UTF_8),
				(text) -> UriUtils.encode(text, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT), HtmlUtils::htmlEscape,
				HtmlUtils::htmlEscapeDecimal, HtmlUtils::htmlEscapeHex, SecretRedactorTests::html5);
		return once.stream()
			.flatMap((first) -> Stream.concat(Stream.of(first),
					once.stream().map((second) -> (text) -> second.apply(first.apply(text)))));
	}

	private static String unicode(String text) {
		return text.chars().mapToObj((character) -> "\\u%04X".formatted(character)).collect(Collectors.joining());
	}

	private static String html5(String text) {
		return text.replace("&", "&amp;")
			.replace("+", "&plus;")
			.replace("/", "&sol;")
			.replace("=", "&equals;")
			.replace("|", "&vert;")
			.replace("'", "&apos;");
	}

	private static void assertRedacted(ConnectApiException failure, SessionOperation operation) {
		assertThat(failure.getMessage() + failure.failure()).contains("no ******, no '")
			.doesNotContain("system-password");
		if (operation == SessionOperation.RENEW_SESSION) {
			assertThat(failure.getMessage()).contains("no <******>");
		}
		assertThat(failure.getMessage() + failure.failure()).doesNotContain("'fake-user-password'");
	}

}
