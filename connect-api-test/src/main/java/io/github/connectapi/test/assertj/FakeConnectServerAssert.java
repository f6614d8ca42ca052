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
	 * Verifies how many requests there were for one operation; others are ignored.
	 * @param count how many
	 * @param operation the name of the operation
	 * @return this
	 */
	public FakeConnectServerAssert received(int count, String operation) {
		isNotNull();
		int received = this.actual.count(operation);
		if (received != count) {
			failWithMessage("Expected %d of %s but there were %d. Received:%s", count, operation, received, list());
		}
		return this;
	}

	/**
	 * Verifies that there was no request at all.
	 * @return this
	 */
	public FakeConnectServerAssert receivedNothing() {
		return receivedExactly();
	}

	/**
	 * Verifies that there were requests for these operations, in this order, and no
	 * others.
	 * @param operations the names of the operations
	 * @return this
	 */
	public FakeConnectServerAssert receivedExactly(String... operations) {
		isNotNull();
		List<String> expected = List.of(operations);
		if (!this.actual.requests().stream().map(ReceivedRequest::operation).toList().equals(expected)) {
			failWithMessage("Expected only %s. Received:%s", expected, list());
		}
		return this;
	}

	/**
	 * Verifies that there was a request for an operation, and goes on with the last.
	 * @param operation the name of the operation
	 * @return assertions about the last request for the operation
	 */
	public ReceivedRequestAssert lastRequest(String operation) {
		isNotNull();
		List<ReceivedRequest> requests = this.actual.requests(operation);
		if (requests.isEmpty()) {
			failWithMessage("Expected a request for %s. Received:%s", operation, list());
		}
		return new ReceivedRequestAssert(requests.get(requests.size() - 1));
	}

	private String list() {
		return ReceivedRequest.summarize(this.actual.requests());
	}

}
