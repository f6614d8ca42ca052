package io.github.connectapi.client;

/**
 * Exception thrown when a result cannot be converted to the requested type and repeating
 * the request would not change that. The message contains the location and, of the body,
 * at most the unmodified names of fields.
 */
final class ResultConversionException extends MalformedResponseException {

	ResultConversionException(String message) {
		super(message);
	}

}
