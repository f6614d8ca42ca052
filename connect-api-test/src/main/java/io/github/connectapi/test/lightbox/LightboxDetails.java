package io.github.connectapi.test.lightbox;

import io.github.connectapi.test.operation.OperationErrorException;
import io.github.connectapi.test.operation.RequestArguments;

/**
 * What the owner of a lightbox wrote about it.
 *
 * @param name the name
 * @param clientName the name of the client
 * @param projectName the name of the project
 * @param notes the notes
 */
record LightboxDetails(String name, String clientName, String projectName, String notes) {

	/** Bounds the memory of a server that runs for days. */
	private static final int MAX_LENGTH = 1000;

	static LightboxDetails of(RequestArguments arguments) throws OperationErrorException {
		String name = text(arguments, "LightboxName");
		if (name.isEmpty()) {
			throw new OperationErrorException("InvalidLightboxName", "LightboxName must not be null or empty.");
		}
		return new LightboxDetails(name, text(arguments, "ClientName"), text(arguments, "ProjectName"),
				text(arguments, "Notes"));
	}

	private static String text(RequestArguments arguments, String field) throws OperationErrorException {
		String text = arguments.text(field).orElse("");
		if (text.length() > MAX_LENGTH) {
			throw OperationErrorException
				.invalidRequest("%s must have at most %s characters.".formatted(field, MAX_LENGTH));
		}
		return text;
	}

}
