package io.github.connectapi.test.rest;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.server.FakeResponse;

/**
 * Exception thrown when a REST operation fails. It becomes the response.
 */
@Internal
public final class RestErrorException extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient FakeResponse response;

	RestErrorException(FakeResponse response) {
		super("status " + response.status(), null, false, false);
		this.response = response;
	}

	/** Create an exception for an error of the API, which has a documented code. */
	static RestErrorException of(int status, String code, String message) {
		return new RestErrorException(RestResponses.error(status, code, message));
	}

	/** Create an exception for an error of the gateway, which has only a message. */
	static RestErrorException ofGateway(int status, String message) {
		return new RestErrorException(RestResponses.message(status, message));
	}

	static RestErrorException invalidParameter(String message) {
		return of(400, "InvalidParameterValue", message);
	}

	static RestErrorException imageNotFound(String id) {
		return of(404, "ImageNotFound", "There is no image with the id '%s'.".formatted(id));
	}

	RestErrorException withChallenge(String description) {
		return new RestErrorException(this.response.header("WWW-Authenticate",
				"Bearer realm=\"Download\",error=\"invalid_token\",error_description=\"%s\"".formatted(description)));
	}

	FakeResponse response() {
		return this.response;
	}

}
