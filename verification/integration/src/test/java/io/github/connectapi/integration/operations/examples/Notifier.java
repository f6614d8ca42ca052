package io.github.connectapi.integration.operations.examples;

/**
 * The part of the application that notifies people.
 */
@FunctionalInterface
public interface Notifier {

	void send(String message);

}
