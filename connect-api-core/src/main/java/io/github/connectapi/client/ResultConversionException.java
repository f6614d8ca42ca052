package io.github.connectapi.client;

/**
 * Exception thrown when a result cannot be converted to the requested type and repeating
 * the request would not change that. The message contains the location of the failure. It
 * may contain the names of fields of the body, but no values.
 */
final class ResultConversionException extends MalformedResponseException {

	ResultConversionException(String message) {
		super(message);
	}

}
