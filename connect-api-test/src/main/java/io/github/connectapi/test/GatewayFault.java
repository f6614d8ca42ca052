package io.github.connectapi.test;

import org.jspecify.annotations.Nullable;

/**
 * What the gateway in front of the API answers by itself, without an envelope and without
 * the operation taking place.
 */
public final class GatewayFault {

	private static final String FORM = "<h1>%s</h1>";

	private GatewayFault() {
	}

	/**
	 * {@return 403 "over queries per second" in XML form, with Retry-After: 1}
	 */
	public static Fault overQps() {
		return mashery("ERR_403_DEVELOPER_OVER_QPS", "Developer Over Qps").retryAfter("1");
	}

	/**
	 * {@return 403 "over queries per second" in the form with X-Error-Detail and JSON}
	 */
	public static Fault overQpsAccount() {
		String detail = "Account Over Queries Per Second Limit";
		return Fault.status(403)
			.header("X-Error-Detail", detail)
			.body("application/json", "{\"message\":\"" + detail + "\"}");
	}

	/**
	 * Answers 403 "over rate", the daily quota.
	 * @param retryAfter the value of Retry-After, or {@code null} for none
	 * @return the fault
	 */
	public static Fault overRate(@Nullable String retryAfter) {
		Fault fault = mashery("ERR_403_DEVELOPER_OVER_RATE", "Developer Over Rate");
		return (retryAfter != null) ? fault.retryAfter(retryAfter) : fault;
	}

	/**
	 * {@return 403 "developer inactive"}
	 */
	public static Fault inactive() {
		return mashery("ERR_403_DEVELOPER_INACTIVE", "Developer Inactive");
	}

	/**
	 * {@return 403 "not authorized"}
	 */
	public static Fault notAuthorized() {
		return mashery("ERR_403_NOT_AUTHORIZED", "Not Authorized");
	}

	/**
	 * {@return status 596, which no standard registers}
	 */
	public static Fault status596() {
		return Fault.status(596).body("text/xml", FORM.formatted("596 Service Not Found"));
	}

	private static Fault mashery(String code, String text) {
		return Fault.status(403).header("X-Mashery-Error-Code", code).body("text/xml", FORM.formatted("403 " + text));
	}

}
