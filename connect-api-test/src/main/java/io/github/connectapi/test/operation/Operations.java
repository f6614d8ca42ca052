package io.github.connectapi.test.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.server.FakeResponse;

/**
 * All simulated operations.
 */
@Internal
public final class Operations {

	private final List<Operation> operations = new ArrayList<>();

	private final TokenStore tokens;

	private final DownloadOperations downloads;

	private final boolean requireHttps;

	/**
	 * Create the operations.
	 * @param accounts the accounts that may log in
	 * @param tokens the store of all tokens
	 * @param renewalStrategy the strategy for RenewSession
	 * @param durationAsString whether TokenDurationMinutes is a string in JSON
	 * @param requireHttps whether to reject plain-HTTP requests for operations that
	 * require HTTPS
	 */
	public Operations(AccountStore accounts, TokenStore tokens, RenewalStrategy renewalStrategy,
			boolean durationAsString, boolean requireHttps) {
		this.tokens = tokens;
		this.downloads = new DownloadOperations(tokens);
		this.requireHttps = requireHttps;
		this.operations.addAll(new SessionOperations(accounts, tokens, renewalStrategy, durationAsString).all());
		this.operations.addAll(new SearchOperations(tokens).all());
		this.operations.addAll(this.downloads.all());
		this.operations.addAll(new EmptyResultOperations(tokens).all());
	}

	public Optional<Operation> find(String path) {
		return this.operations.stream().filter((operation) -> operation.path().equals(path)).findFirst();
	}

	public Set<String> names() {
		return this.operations.stream().map(Operation::name).collect(Collectors.toCollection(TreeSet::new));
	}

	public List<String> paths() {
		return this.operations.stream().map(Operation::path).toList();
	}

	public int downloadsUsed() {
		return this.downloads.downloadsUsed();
	}

	/**
	 * Return the response for a path that belongs to no operation.
	 * @param path the path
	 * @return a picture, or an HTML page with status 404
	 */
	public FakeResponse responseForOtherPath(String path) {
		return Picture.responseFor(path).orElseGet(() -> FakeResponse.html(404, "404 Not Found"));
	}

	public FakeResponse perform(OperationRequest request) {
		if (!request.hasJsonBody()) {
			return Envelope.error(request, "InvalidRequest", "The request is not a JSON object.").status(400);
		}
		try {
			if (this.requireHttps && !request.isHttps()) {
				rejectHttp(request);
			}
			return Envelope.success(request, request.operation().handler().handle(request));
		}
		catch (OperationErrorException ex) {
			return Envelope.error(request, ex.code(), ex.text());
		}
	}

	private void rejectHttp(OperationRequest request) throws OperationErrorException {
		String token = request.token();
		if (token != null && this.tokens.type(token).filter(TokenType.SECURE::equals).isPresent()) {
			throw new OperationErrorException("AUTH-014", "A secure token was passed over http.");
		}
		if (request.operation().requiresHttps()) {
			throw new OperationErrorException("AUTH-002", "The operation requires https.");
		}
	}

}
