package io.github.connectapi.test.operation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.server.FakeResponse;

/**
 * All simulated operations. Checks the token of a request and performs its operation.
 */
@Internal
public final class Operations {

	private final Map<String, Operation> operations = new LinkedHashMap<>();

	private final TokenStore tokens;

	private final boolean requireHttps;

	/**
	 * Create the operations.
	 * @param operations the operations, whose paths differ
	 * @param tokens the store of all tokens
	 * @param requireHttps whether to reject plain-HTTP requests for operations that
	 * require HTTPS
	 */
	public Operations(Collection<Operation> operations, TokenStore tokens, boolean requireHttps) {
		this.tokens = tokens;
		this.requireHttps = requireHttps;
		operations.forEach((operation) -> this.operations.put(operation.path(), operation));
	}

	public Optional<Operation> find(String path) {
		return Optional.ofNullable(this.operations.get(path));
	}

	public Set<String> names() {
		return this.operations.values().stream().map(Operation::name).collect(Collectors.toCollection(TreeSet::new));
	}

	public List<String> paths() {
		return List.copyOf(this.operations.keySet());
	}

	public FakeResponse perform(OperationRequest request) {
		if (!request.hasJsonBody()) {
			return Envelope.error(request, "InvalidRequest", "The request is not a JSON object.").status(400);
		}
		try {
			return Envelope.success(request, request.operation().handler().handle(check(request)));
		}
		catch (OperationErrorException ex) {
			return Envelope.error(request, ex);
		}
	}

	private OperationRequest check(OperationRequest request) throws OperationErrorException {
		if (this.requireHttps && !request.isHttps()) {
			rejectHttp(request);
		}
		Access access = request.operation().access();
		return (access != Access.UNCHECKED) ? request.withSession(this.tokens.require(request.token(), access))
				: request;
	}

	private void rejectHttp(OperationRequest request) throws OperationErrorException {
		String token = request.token();
		if (token != null && this.tokens.type(token).filter(TokenType.SECURE::equals).isPresent()) {
			throw new OperationErrorException("AUTH-014", "A secure token was passed over http.");
		}
		if (request.operation().access().requiresHttps()) {
			throw new OperationErrorException("AUTH-002", "The operation requires https.");
		}
	}

}
