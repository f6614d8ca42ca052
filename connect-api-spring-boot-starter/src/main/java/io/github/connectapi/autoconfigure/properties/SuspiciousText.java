package io.github.connectapi.autoconfigure.properties;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Finds text in a credential that is certainly not meant: what another program should
 * have replaced, and characters that nobody sees.
 */
final class SuspiciousText {

	/** A placeholder whose text can be shown, because it is a name. */
	private static final Pattern NAME = Pattern.compile("\\$\\{[\\w.-]+}");

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^{}]*}");

	/** Kubernetes and Helm. */
	private static final Pattern TEMPLATE = Pattern.compile("\\$\\([A-Za-z_][\\w.-]*\\)|\\{\\{[^{}]+}}");

	/** Maven, SpEL, Logback, ERB, shells, Jasypt and Spring Cloud Config. */
	private static final Pattern UNPROCESSED = Pattern.compile(
			"@[\\w.-]+@|[#%]\\{.+}|<%.+%>|\\$[A-Z][A-Z0-9]*(_[A-Z0-9]+)+|ENC\\(.*\\)|\\{cipher}.*", Pattern.DOTALL);

	/** Characters without a glyph that Unicode counts as letters, marks or symbols. */
	private static final String FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

	private SuspiciousText() {
	}

	/**
	 * Describe what is suspicious.
	 * @param value the value of a property, which is not blank
	 * @return the predicate of a sentence that does not contain the value, or null if
	 * nothing is suspicious
	 */
	static @Nullable String describe(String value) {
		String stripped = value.strip();
		if (NAME.matcher(stripped).matches()) {
			return "is %s, which cannot be resolved".formatted(stripped);
		}
		if (PLACEHOLDER.matcher(value).find()) {
			return "contains a placeholder that cannot be resolved";
		}
		if (TEMPLATE.matcher(value).find() || UNPROCESSED.matcher(stripped).matches()) {
			return "contains an expression that another program should have replaced";
		}
		OptionalInt invisible = value.codePoints().filter(SuspiciousText::isInvisible).findFirst();
		if (invisible.isEmpty()) {
			invisible = edges(value).filter((edge) -> edge != ' ' && Character.isSpaceChar(edge)).findFirst();
		}
		return invisible.isPresent()
				? "contains U+%04X (%s)".formatted(invisible.getAsInt(), name(invisible.getAsInt())) : null;
	}

	/** Return whether a value begins or ends with a space. */
	static boolean hasEdgeSpace(String value) {
		return edges(value).anyMatch((edge) -> edge == ' ');
	}

	/** Return whether a value is enclosed in quotation marks. */
	static boolean isQuoted(String value) {
		return value.length() > 1 && value.charAt(0) == value.charAt(value.length() - 1)
				&& (value.charAt(0) == '"' || value.charAt(0) == '\'');
	}

	private static IntStream edges(String value) {
		return IntStream.of(value.codePointAt(0), value.codePointBefore(value.length()));
	}

	private static String name(int character) {
		return Objects.requireNonNullElse(Character.getName(character), "not a character");
	}

	private static boolean isInvisible(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR ->
				true;
			default -> character == 0xFFFD || isNoncharacter(character) || FILLERS.indexOf(character) >= 0;
		};
	}

	/**
	 * Not all unassigned characters, because later versions of Java know some of them.
	 */
	private static boolean isNoncharacter(int character) {
		return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
	}

}
