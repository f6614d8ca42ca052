package io.github.connectapi.test.assertj;

import java.util.List;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.ReceivedRequest;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about the requests that a {@link FakeConnectServer} received.
 */
public final class FakeConnectServerAssert extends AbstractAssert<FakeConnectServerAssert, FakeConnectServer> {

	FakeConnectServerAssert(FakeConnectServer actual) {
		super(actual, FakeConnectServerAssert.class);
	}

	/**
	 * Verify the number of requests for one operation. Other requests are ignored.
	 * @param count the expected number
	 * @param operation the name of the operation
	 * @return this assertion object
	 */
	public FakeConnectServerAssert received(int count, String operation) {
		isNotNull();
		int received = this.actual.count(operation);
		if (received != count) {
			failWithMessage("Expected %s requests for %s but received %s. Received:%s", count, operation, received,
					receivedRequests());
		}
		return this;
	}

	/**
	 * Verify that no request was received.
	 * @return this assertion object
	 */
	public FakeConnectServerAssert receivedNothing() {
		return receivedExactly();
	}

	/**
	 * Verify that requests for exactly these operations were received, in this order.
	 * @param operations the names of the operations
	 * @return this assertion object
	 */
	public FakeConnectServerAssert receivedExactly(String... operations) {
		isNotNull();
		List<String> expected = List.of(operations);
		if (!this.actual.requests().stream().map(ReceivedRequest::operation).toList().equals(expected)) {
			failWithMessage("Expected exactly %s. Received:%s", expected, receivedRequests());
		}
		return this;
	}

	/**
	 * Verify that a request for an operation was received, and return assertions about
	 * the last one.
	 * @param operation the name of the operation
	 * @return assertions about the last request for the operation
	 */
	public ReceivedRequestAssert lastRequest(String operation) {
		isNotNull();
		List<ReceivedRequest> requests = this.actual.requests(operation);
		if (requests.isEmpty()) {
			failWithMessage("Expected a request for %s. Received:%s", operation, receivedRequests());
		}
		return new ReceivedRequestAssert(requests.get(requests.size() - 1));
	}

	private String receivedRequests() {
		return ReceivedRequest.summarize(this.actual.requests());
	}

}
