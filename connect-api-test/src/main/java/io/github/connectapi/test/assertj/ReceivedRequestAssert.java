package io.github.connectapi.test.assertj;

import io.github.connectapi.test.ReceivedRequest;
import io.github.connectapi.test.TokenKind;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/**
 * Assertions about one {@link ReceivedRequest}.
 */
public final class ReceivedRequestAssert extends AbstractAssert<ReceivedRequestAssert, ReceivedRequest> {

	ReceivedRequestAssert(ReceivedRequest actual) {
		super(actual, ReceivedRequestAssert.class);
	}

	/**
	 * Verifies that the request carried the standard token of a session.
	 * @return this
	 */
	public ReceivedRequestAssert usedStandardToken() {
		return usedToken(TokenKind.STANDARD);
	}

	/**
	 * Verifies that the request carried the secure token of a session.
	 * @return this
	 */
	public ReceivedRequestAssert usedSecureToken() {
		return usedToken(TokenKind.SECURE);
	}

	/**
	 * Verifies that the request carried the token of an application session.
	 * @return this
	 */
	public ReceivedRequestAssert usedApplicationToken() {
		return usedToken(TokenKind.APPLICATION);
	}

	/**
	 * Verifies that the request carried no token: absent, null or blank.
	 * @return this
	 */
	public ReceivedRequestAssert hasNoToken() {
		return usedToken(TokenKind.NONE);
	}

	/**
	 * Verifies the coordination id.
	 * @param expected the coordination id
	 * @return this
	 */
	public ReceivedRequestAssert hasCoordinationId(String expected) {
		isNotNull();
		if (!expected.equals(this.actual.coordinationId())) {
			failWithMessage("Expected coordination id %s. Received: %s", expected, this.actual.summary());
		}
		return this;
	}

	/**
	 * Verifies that the body had exactly these fields.
	 * @param expected the fields, such as {@code RequestHeader.Token}, in any order
	 * @return this
	 */
	public ReceivedRequestAssert hasOnlyFields(String... expected) {
		isNotNull();
		Assertions.assertThat(this.actual.fieldNames())
			.as("fields of %s", this.actual.summary())
			.containsExactlyInAnyOrder(expected);
		return this;
	}

	/**
	 * Verifies that the request came over https.
	 * @return this
	 */
	public ReceivedRequestAssert usedHttps() {
		return https(true);
	}

	/**
	 * Verifies that the request came over plain http.
	 * @return this
	 */
	public ReceivedRequestAssert usedHttp() {
		return https(false);
	}

	private ReceivedRequestAssert usedToken(TokenKind expected) {
		isNotNull();
		if (this.actual.tokenKind() != expected) {
			failWithMessage("Expected token %s. Received: %s", expected, this.actual.summary());
		}
		return this;
	}

	private ReceivedRequestAssert https(boolean expected) {
		isNotNull();
		if (this.actual.https() != expected) {
			failWithMessage("Expected %s. Received: %s", expected ? "https" : "http", this.actual.summary());
		}
		return this;
	}

}
