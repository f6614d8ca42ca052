package io.github.connectapi.test;

import org.jspecify.annotations.Nullable;

/**
 * Responses of the gateway in front of the API, most of them of its former one, Mashery.
 * They have no envelope and the operation is not performed.
 */
public final class GatewayFault {

	private static final String PAGE = "<h1>%s</h1>";

	private GatewayFault() {
	}

	/**
	 * Create a 403 "Developer Over Qps" with an error code, a body in XML and
	 * {@code Retry-After: 1}.
	 * @return the fault
	 */
	public static Fault overQps() {
		return mashery("ERR_403_DEVELOPER_OVER_QPS", "Developer Over Qps").retryAfter("1");
	}

	/**
	 * Create a 403 "Account Over Queries Per Second Limit" with an {@code X-Error-Detail}
	 * header and a body in JSON.
	 * @return the fault
	 */
	public static Fault overQpsAccount() {
		String detail = "Account Over Queries Per Second Limit";
		return Fault.status(403)
			.header("X-Error-Detail", detail)
			.body("application/json", "{\"message\":\"" + detail + "\"}");
	}

	/**
	 * Create a 429 "Too Many Requests" of today's gateway, with an {@code X-Error-Detail}
	 * header, a body in JSON and no {@code Retry-After}.
	 * @return the fault
	 */
	public static Fault tooManyRequests() {
		return Fault.status(429)
			.header("X-Error-Detail", "Account Over Queries Per Second Limit")
			.body("application/json", "{\"message\":\"Too Many Requests\"}");
	}

	/**
	 * Create a 403 "Developer Over Rate": the daily quota is used up.
	 * @param retryAfter the value of {@code Retry-After}, or {@code null} for none
	 * @return the fault
	 */
	public static Fault overRate(@Nullable String retryAfter) {
		Fault fault = mashery("ERR_403_DEVELOPER_OVER_RATE", "Developer Over Rate");
		return (retryAfter != null) ? fault.retryAfter(retryAfter) : fault;
	}

	/**
	 * Create a 403 "Developer Inactive".
	 * @return the fault
	 */
	public static Fault inactive() {
		return mashery("ERR_403_DEVELOPER_INACTIVE", "Developer Inactive");
	}

	/**
	 * Create a 403 "Not Authorized".
	 * @return the fault
	 */
	public static Fault notAuthorized() {
		return mashery("ERR_403_NOT_AUTHORIZED", "Not Authorized");
	}

	/**
	 * Create a 596 "Service Not Found", a status that is not registered.
	 * @return the fault
	 */
	public static Fault status596() {
		return Fault.status(596).body("text/xml", PAGE.formatted("596 Service Not Found"));
	}

	private static Fault mashery(String code, String text) {
		return Fault.status(403).header("X-Mashery-Error-Code", code).body("text/xml", PAGE.formatted("403 " + text));
	}

}
