package io.github.connectapi.samples.agency;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * Starts a fake Connect API and the unchanged application, and prints how three people
 * use it at the same time. Exits with 1 if the application does not behave as expected.
 * With the argument {@code --browse} it waits for a browser instead.
 */
final class TestAgencyApplication {

	private static final String BROWSE = "--browse";

	private TestAgencyApplication() {
	}

	public static void main(String[] args) {
		if (List.of(args).contains(BROWSE)) {
			browse();
			return;
		}
		try (RunningAgency agency = RunningAgency.start(0, AgencyDemo.PEOPLE)) {
			new AgencyDemo(agency).run();
		}
		catch (Exception | AssertionError ex) {
			System.out.printf("The story failed: %s%n", ex.getMessage());
			ex.printStackTrace();
			System.exit(1);
		}
	}

	private static void browse() {
		RunningAgency agency = RunningAgency.start(freePort(8080), AgencyDemo.PEOPLE);
		System.out.printf("The agency with a fake Connect API: http://localhost:%d (press Ctrl-C to stop)%n",
				agency.port());
		AgencyDemo.PEOPLE.forEach((person) -> System.out.printf("  %s with the password %s; at Getty Images %s, %s%n",
				person.email(), person.password(), person.gettyUserName(), person.gettyPassword()));
		System.out.println("The agency knows another Getty Images password of cleo, which is wrong.");
	}

	/** Return the port if it is free, otherwise 0 for any free port. */
	private static int freePort(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			return 0;
		}
	}

}
