package io.github.connectapi.operations.examples;

/**
 * Whatever the application calls people with.
 */
@FunctionalInterface
public interface Notifier {

	void send(String text);

}
