package io.github.connectapi.client;

/**
 * A result cannot be read as what the caller wants, and would not be if it were sent
 * again. The message names where, and contains nothing of the body but names of fields,
 * as they were sent.
 */
final class ResultConversionException extends MalformedResponseException {

	ResultConversionException(String message) {
		super(message);
	}

}
