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
	 * Verify that the request contained the standard token of a session.
	 * @return this assertion object
	 */
	public ReceivedRequestAssert usedStandardToken() {
		return usedToken(TokenKind.STANDARD);
	}

	/**
	 * Verify that the request contained the secure token of a session.
	 * @return this assertion object
	 */
	public ReceivedRequestAssert usedSecureToken() {
		return usedToken(TokenKind.SECURE);
	}

	/**
	 * Verify that the request contained the token of an application session.
	 * @return this assertion object
	 */
	public ReceivedRequestAssert usedApplicationToken() {
		return usedToken(TokenKind.APPLICATION);
	}

	/**
	 * Verify that the request contained no token: it was absent, null or blank.
	 * @return this assertion object
	 */
	public ReceivedRequestAssert hasNoToken() {
		return usedToken(TokenKind.NONE);
	}

	/**
	 * Verify the coordination id.
	 * @param expected the expected coordination id
	 * @return this assertion object
	 */
	public ReceivedRequestAssert hasCoordinationId(String expected) {
		isNotNull();
		if (!expected.equals(this.actual.coordinationId())) {
			failWithMessage("Expected coordination id %s. Received: %s", expected, this.actual.summary());
		}
		return this;
	}

	/**
	 * Verify that the body has exactly these fields.
	 * @param expected the names of the fields in any order, such as
	 * {@code RequestHeader.Token}
	 * @return this assertion object
	 */
	public ReceivedRequestAssert hasOnlyFields(String... expected) {
		isNotNull();
		Assertions.assertThat(this.actual.fieldNames())
			.as("fields of %s", this.actual.summary())
			.containsExactlyInAnyOrder(expected);
		return this;
	}

	/**
	 * Verify that the request was received over https.
	 * @return this assertion object
	 */
	public ReceivedRequestAssert usedHttps() {
		return hasScheme(true);
	}

	/**
	 * Verify that the request was received over plain http.
	 * @return this assertion object
	 */
	public ReceivedRequestAssert usedHttp() {
		return hasScheme(false);
	}

	private ReceivedRequestAssert usedToken(TokenKind expected) {
		isNotNull();
		if (this.actual.tokenKind() != expected) {
			failWithMessage("Expected token %s. Received: %s", expected, this.actual.summary());
		}
		return this;
	}

	private ReceivedRequestAssert hasScheme(boolean expected) {
		isNotNull();
		if (this.actual.https() != expected) {
			failWithMessage("Expected %s. Received: %s", expected ? "https" : "http", this.actual.summary());
		}
		return this;
	}

}
