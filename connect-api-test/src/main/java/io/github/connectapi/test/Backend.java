package io.github.connectapi.test;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that the server remembers, and what it does with a request. A reset replaces
 * it by a new one.
 */
final class Backend implements Gateway {

	final FaultScript faults = new FaultScript();

	final RequestLog requests = new RequestLog();

	final Accounts accounts;

	final Tokens tokens;

	final DownloadOperations downloads;

	private final List<Operation> operations = new ArrayList<>();

	private final InstantSource clock;

	private final boolean requireHttps;

	Backend(FakeConnectServerBuilder settings, InstantSource clock) {
		this.clock = clock;
		this.requireHttps = settings.requireHttps;
		this.accounts = new Accounts(settings.systemId, settings.systemPassword, settings.lockAccountAfter);
		this.accounts.add(settings.userName, settings.userPassword, settings.accountId);
		this.tokens = new Tokens(clock, Duration.ofMinutes(settings.tokenLifetimeMinutes));
		this.downloads = new DownloadOperations(this.tokens);
		this.operations.addAll(new SessionOperations(settings, this.accounts, this.tokens).all());
		this.operations.addAll(new SearchOperations(this.tokens).all());
		this.operations.addAll(this.downloads.all());
		this.operations.addAll(new PlainOperations(this.tokens).all());
	}

	/** Answers the name of an operation; a test that mistypes one must not pass. */
	String known(String operation) {
		Set<String> names = this.operations.stream()
			.map(Operation::name)
			.collect(Collectors.toCollection(TreeSet::new));
		if (!names.contains(operation)) {
			throw new IllegalArgumentException("'" + operation + "' is none of the operations " + names);
		}
		return operation;
	}

	List<String> operationPaths() {
		return this.operations.stream().map(Operation::path).toList();
	}

	String knownOrAny(String operation) {
		return operation.equals(FaultScript.ANY) ? operation : known(operation);
	}

	@Override
	public ScriptedResponse handle(String baseUrl, String method, String path, Map<String, List<String>> headers,
			byte[] body) {
		Optional<Operation> operation = this.operations.stream().filter((each) -> each.path().equals(path)).findFirst();
		if (operation.isEmpty()) {
			record("", null, baseUrl, method, path, headers, body);
			return ScriptedResponse.atOnce(Picture.at(path).orElseGet(() -> FakeResponse.html(404, "404 Not Found")));
		}
		return handle(new Call(operation.get(), Json.objectOrNull(body), baseUrl), method, path, headers, body);
	}

	private ScriptedResponse handle(Call call, String method, String path, Map<String, List<String>> headers,
			byte[] body) {
		String name = call.operation().name();
		boolean post = method.equals("POST");
		// Before the request is recorded: a test that has seen it may clearFaults the
		// server.
		Fault fault = post ? this.faults.next(name) : Fault.normal();
		record(name, call, call.baseUrl(), method, path, headers, body);
		if (!post) {
			return ScriptedResponse.atOnce(FakeResponse.html(405, "405 Method Not Allowed").header("Allow", "POST"));
		}
		return fault.reply(call, () -> perform(call));
	}

	private FakeResponse perform(Call call) {
		if (!call.readable()) {
			return FakeResponse.json(Envelope.error(call, "InvalidRequest", "The request is not a JSON object."))
				.status(400);
		}
		try {
			if (this.requireHttps && !call.https()) {
				refuseHttp(call);
			}
			return FakeResponse.json(Envelope.success(call, call.operation().behaviour().perform(call)));
		}
		catch (OperationErrorException ex) {
			return FakeResponse.json(Envelope.error(call, ex.code(), ex.text()));
		}
	}

	private void refuseHttp(Call call) throws OperationErrorException {
		if (this.tokens.kind(call.token()) == TokenKind.SECURE) {
			throw new OperationErrorException("AUTH-014", "A secure token was passed over http.");
		}
		if (call.operation().needsHttps()) {
			throw new OperationErrorException("AUTH-002", "The operation requires https.");
		}
	}

	private void record(String operation, @Nullable Call call, String baseUrl, String method, String path,
			Map<String, List<String>> headers, byte[] body) {
		SecretRedaction masking = new SecretRedaction(this.accounts.passwords());
		ObjectNode json = Json.objectOrNull(body);
		RecordedBody details = RecordedBody.of(body, json, masking);
		TokenKind kind = (call != null) ? this.tokens.kind(call.token()) : TokenKind.NONE;
		this.requests.add(new ReceivedRequest(operation, method, masking.text(path), masking.headers(headers),
				details.body(), details.fieldNames(), kind, details.coordinationId(), baseUrl.startsWith("https:"),
				this.clock.instant()));
	}

}
