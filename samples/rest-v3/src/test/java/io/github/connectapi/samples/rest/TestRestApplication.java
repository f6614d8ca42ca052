package io.github.connectapi.samples.rest;

import io.github.connectapi.test.FakeConnectServer;

/**
 * Starts a fake Connect API and the unchanged application, and prints what it does. Exits
 * with 1 if the application does not behave as expected.
 */
final class TestRestApplication {

	private TestRestApplication() {
	}

	public static void main(String[] args) {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).start()) {
			new RestDemo(server).run();
		}
		catch (Exception | AssertionError ex) {
			System.out.printf("The story failed: %s%n", ex.getMessage());
			ex.printStackTrace();
			System.exit(1);
		}
	}

}
