package io.github.connectapi.test;

import java.util.Arrays;

/**
 * Faults of the files that a client downloads. They are for
 * {@link FakeConnectServer#FILE_DOWNLOAD}, where the faults of {@link Fault} and
 * {@link StreamFault} are possible, too. The purchase of the file is not affected.
 */
public final class FileFault {

	private FileFault() {
	}

	/**
	 * Create a fault that sends the headers and the first part of the file, and closes
	 * the connection.
	 * @param fraction the fraction of the file that is sent, at least 0 and less than 1
	 * @return the fault
	 */
	public static Fault breakOffAt(double fraction) {
		if (!(fraction >= 0 && fraction < 1)) {
			throw new IllegalArgumentException(
					"The fraction must be at least 0 and less than 1, not %s".formatted(fraction));
		}
		return Fault.normal().breakOffAt(fraction);
	}

	/**
	 * Create a fault that sends a file longer than the API announced.
	 * {@code Content-Length} is the length that is sent.
	 * @param bytes the number of zero bytes to add at the end, at least 1
	 * @return the fault
	 */
	public static Fault longerBy(int bytes) {
		checkPositive(bytes);
		return changeLength(bytes);
	}

	/**
	 * Create a fault that sends a file shorter than the API announced.
	 * {@code Content-Length} is the length that is sent.
	 * @param bytes the number of bytes to remove at the end, at least 1
	 * @return the fault
	 */
	public static Fault shorterBy(int bytes) {
		checkPositive(bytes);
		return changeLength(-bytes);
	}

	/**
	 * Create a fault that sends status 200 and an HTML page instead of the file.
	 * @return the fault
	 */
	public static Fault html() {
		return Fault.status(200)
			.body("text/html; charset=utf-8", "<html><body><h1>This file is not available</h1></body></html>");
	}

	/**
	 * Create a fault that sends status 302 instead of the file.
	 * @param location the value of the {@code Location} header
	 * @return the fault
	 */
	public static Fault redirect(String location) {
		return Fault.redirect(302, location);
	}

	/**
	 * Create a fault that redirects to the address of the request. A client that follows
	 * the redirect receives the file, or the next fault.
	 * @return the fault
	 */
	public static Fault redirectToSelf() {
		return Fault.redirect((target) -> target.baseUrl() + target.path());
	}

	/**
	 * Create a fault that redirects to the same file over plain http, from where a client
	 * must not load it.
	 * @return the fault
	 */
	public static Fault redirectToHttp() {
		return Fault.redirect((target) -> target.httpBaseUrl() + target.path());
	}

	private static Fault changeLength(int difference) {
		return Fault.normal().changeResponse((response) -> {
			int length = Math.max(0, Math.addExact(response.length(), difference));
			return response.body(Arrays.copyOf(response.body(), length));
		});
	}

	private static void checkPositive(int bytes) {
		if (bytes < 1) {
			throw new IllegalArgumentException("The number of bytes must be at least 1, not %s".formatted(bytes));
		}
	}

}
