package io.github.connectapi.json;

import io.github.connectapi.Internal;

/**
 * Exception thrown when a result cannot be converted to the requested type and repeating
 * the request would not change that. The message contains the location of the failure. It
 * may contain the names of fields of the body, but no values.
 */
@Internal
public final class ResultConversionException extends MalformedResponseException {

	ResultConversionException(String message) {
		super(message);
	}

}
