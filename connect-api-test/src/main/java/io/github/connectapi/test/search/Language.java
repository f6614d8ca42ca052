package io.github.connectapi.test.search;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.OperationResult;
import io.github.connectapi.test.operation.RequestArguments;
import io.github.connectapi.test.operation.StatusEntry;
import io.github.connectapi.test.operation.StatusEntry.Severity;

/**
 * The language of a request. All texts of the fake are English.
 */
enum Language {

	SUPPORTED, MISSING, UNSUPPORTED;

	private static final Set<String> TAGS = Set.of("de", "en-gb", "en-us", "es", "fr", "it", "ja", "ko", "nl", "pt-pt",
			"ru", "sv");

	/**
	 * Return the language of a request.
	 * @param arguments the arguments
	 * @return the language
	 * @throws OperationErrorException if it is no language tag
	 */
	static Language of(RequestArguments arguments) throws OperationErrorException {
		Optional<String> text = arguments.text("Language").map(String::strip);
		if (text.isEmpty()) {
			return MISSING;
		}
		if (TAGS.contains(text.get().toLowerCase(Locale.ROOT))) {
			return SUPPORTED;
		}
		if (!isWellFormed(text.get())) {
			throw new OperationErrorException("InvalidLanguageCode", "The language is not recognized.");
		}
		return UNSUPPORTED;
	}

	/**
	 * Add the default that was used to a result. It is a warning only if another language
	 * was requested, because clients may omit the language.
	 * @param result the result
	 * @return the result with its status entries
	 */
	OperationResult addTo(OperationResult result) {
		return switch (this) {
			case SUPPORTED -> result;
			case MISSING -> result.with(new StatusEntry(Severity.INFORMATION, "DefaultLanguageUsed",
					"The request has no language. Using language 'en-us'."));
			case UNSUPPORTED ->
				result.withWarning("DefaultLanguageUsed", "The language is not supported. Using language 'en-us'.");
		};
	}

	private static boolean isWellFormed(String tag) {
		try {
			new Locale.Builder().setLanguageTag(tag);
			return true;
		}
		catch (IllformedLocaleException ex) {
			return false;
		}
	}

}
