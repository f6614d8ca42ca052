package io.github.connectapi.test.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.download.Purchases;
import io.github.connectapi.test.oauth2.Forms;
import io.github.connectapi.test.operation.TokenStore;
import io.github.connectapi.test.server.FakeRequest;
import io.github.connectapi.test.server.FakeResponse;
import io.github.connectapi.test.session.AccountStore;
import tools.jackson.databind.JsonNode;

/**
 * All simulated REST operations. Checks the API key and the token of a request and
 * performs its operation. Thread-safe.
 */
@Internal
public final class RestApi {

	private final List<RestOperation> operations = new ArrayList<>();

	private final RestAccessChecker access;

	/**
	 * Create the operations.
	 * @param accounts knows the API key
	 * @param tokens the store of all tokens
	 * @param purchases buys images
	 * @param requireHttps whether to reject requests over plain http
	 */
	public RestApi(AccountStore accounts, TokenStore tokens, Purchases purchases, boolean requireHttps) {
		this.access = new RestAccessChecker(accounts, tokens, requireHttps);
		this.operations.addAll(new ImageSearch(purchases).all());
		this.operations.add(new ImageLookup(purchases).operation());
		this.operations.add(new ImageDownload(purchases).operation());
		this.operations.add(new SingleStepDownload(purchases).operation());
	}

	public Set<String> names() {
		return this.operations.stream().map(RestOperation::name).collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Return the request for an operation.
	 * @param http any request
	 * @return the request, or empty if it is for no REST operation
	 */
	public Optional<RestRequest> find(FakeRequest http) {
		for (RestOperation operation : this.operations) {
			Matcher path = operation.path().matcher(http.path());
			if (operation.method().equals(http.method()) && path.matches()) {
				String id = (path.groupCount() > 0) ? path.group(1) : "";
				return Optional.of(new RestRequest(operation, http, id, Forms.parse(http.query())));
			}
		}
		return Optional.empty();
	}

	public FakeResponse perform(RestRequest request) {
		return respond(request, (userName) -> request.operation().handler().handle(request, userName));
	}

	/**
	 * Check a request and return a result without performing the operation.
	 * @param request the request
	 * @param result the result
	 * @return the response
	 */
	public FakeResponse checkAndReturn(RestRequest request, JsonNode result) {
		return respond(request, (userName) -> RestResponses.json(200, result));
	}

	private FakeResponse respond(RestRequest request, Responder responder) {
		FakeResponse response;
		try {
			response = responder.respond(this.access.check(request));
		}
		catch (RestErrorException ex) {
			response = ex.response();
		}
		return withIds(request, response);
	}

	/** The id of Connect is the one of the request, that of version 3 is new. */
	private static FakeResponse withIds(RestRequest request, FakeResponse response) {
		if (request.operation().access() != RestAccess.CONNECT_USER) {
			return response.header("x-amzn-requestid", UUID.randomUUID().toString());
		}
		String coordinationId = request.http().header("GI-Coordination-Id");
		return (coordinationId != null) ? response.header("GI-Coordination-Id", coordinationId) : response;
	}

	@FunctionalInterface
	private interface Responder {

		FakeResponse respond(String userName) throws RestErrorException;

	}

}
