package io.github.connectapi.purchase;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.RestClient;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.Secret;
import io.github.connectapi.UnexpectedFailures;
import io.github.connectapi.license.License;
import io.github.connectapi.purchase.ConnectPurchaseException.Reason;
import io.github.connectapi.rest.ConnectRestAccess;

/**
 * Buys by SingleStepDownload, which authorizes, chooses and buys at once. It redirects to
 * the file.
 */
final class SingleStepCall implements BuyingCall {

	private static final LicenseOption UNKNOWN = new LicenseOption(null, null, null, false, null);

	private final ConnectRestAccess access;

	private final RestClient rest;

	private final InstantSource clock;

	SingleStepCall(ConnectRestAccess access, InstantSource clock) {
		this.access = access;
		this.rest = RestClient.builder().apply(access).build();
		this.clock = clock;
	}

	@Override
	public AuthorizedOption choose(LicenseRequest request) {
		if (request.isVideo() || request.size().isPresent() || request.productOffering().isPresent()) {
			throw ConnectPurchaseException.notBought(request.assetId(), Reason.PREPARATION_FAILED,
					"a single-step download has neither a size nor a product offering to choose, and is for images. Use LicenseRequest.largest",
					null);
		}
		return new AuthorizedOption(UNKNOWN, null);
	}

	@Override
	public boolean isRepeatedIfFree() {
		return false;
	}

	@Override
	public License send(LicenseRequest request, AuthorizedOption chosen, String coordinationId,
			@Nullable Duration timeout) {
		@Nullable Response response;
		try {
			response = this.access.hasUser() ? send(request, coordinationId) : null;
		}
		catch (RuntimeException | Error ex) {
			if (UnexpectedFailures.isFatal(ex)) {
				throw ex;
			}
			throw failure(request, coordinationId, ex);
		}
		if (response == null) {
			throw ConnectPurchaseException.refused(request.assetId(), Reason.NOT_SENT,
					"the session has no user, and a single-step download needs one", coordinationId, null);
		}
		return license(request, coordinationId, response);
	}

	private Response send(LicenseRequest request, String coordinationId) {
		return this.rest.post()
			.uri("/v2/download/{id}", request.assetId())
			.header("GI-Coordination-Id", coordinationId)
			.exchangeForRequiredValue((sent, received) -> new Response(received.getStatusCode().value(),
					address(received.getHeaders().getFirst(HttpHeaders.LOCATION))));
	}

	/** Return the address of a file; null if it is none. No exception contains it. */
	private static @Nullable String address(@Nullable String location) {
		try {
			URI uri = new URI((location != null) ? location.strip() : "");
			boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
			return (http && uri.getHost() != null) ? uri.toString() : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	private License license(LicenseRequest request, String coordinationId, Response response) {
		String address = response.address();
		if (response.status() == HttpStatus.FOUND.value() && address != null) {
			return License.builder(request.assetId(), coordinationId, this.clock.instant(), Secret.of(address))
				.fileSize(request.expectedFileSize().isPresent() ? request.expectedFileSize().getAsLong() : null)
				.build();
		}
		String detail = "the response of the single-step download has no usable address, and the status "
				+ response.status();
		throw isRefusal(response.status())
				? ConnectPurchaseException.refused(request.assetId(), Reason.REFUSED, detail, coordinationId, null)
				: ConnectPurchaseException.unclear(request.assetId(), Reason.UNUSABLE_RESPONSE, detail, coordinationId,
						null);
	}

	// Documented, except that the last one is that of the throttle. No other status
	// proves
	// that nothing was bought.
	private static boolean isRefusal(int status) {
		return status == HttpStatus.UNAUTHORIZED.value() || status == HttpStatus.FORBIDDEN.value()
				|| status == HttpStatus.NOT_FOUND.value() || status == HttpStatus.TOO_MANY_REQUESTS.value();
	}

	private static ConnectPurchaseException failure(LicenseRequest request, String coordinationId, Throwable failure) {
		boolean interrupted = Thread.currentThread().isInterrupted();
		// A session that is missing after a rejected token is no reason for doubt.
		if (failure instanceof ConnectApiException || ConnectRestAccess.isNotSent(failure)) {
			return ConnectPurchaseException.refused(request.assetId(),
					interrupted ? Reason.INTERRUPTED : Reason.NOT_SENT,
					"the single-step download was refused because of its token, or not sent", coordinationId, failure);
		}
		return ConnectPurchaseException.unclear(request.assetId(),
				interrupted ? Reason.INTERRUPTED : Reason.NO_RESPONSE, "the single-step download got no response",
				coordinationId, failure);
	}

	/**
	 * What matters of a response.
	 *
	 * @param status the status
	 * @param address the address of the file; null if there is none
	 */
	private record Response(int status, @Nullable String address) {
	}

}
