package io.github.connectapi.integration.operations.examples;

/**
 * A type of the application in an example.
 */
interface LicenseStore {

	void save(String license);

}
