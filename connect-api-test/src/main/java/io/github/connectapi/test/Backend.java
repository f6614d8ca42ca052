package io.github.connectapi.test;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.download.DownloadOperations;
import io.github.connectapi.test.operation.EmptyResultOperations;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.operation.Operation;
import io.github.connectapi.test.operation.OperationRequest;
import io.github.connectapi.test.operation.Operations;
import io.github.connectapi.test.operation.TokenStore;
import io.github.connectapi.test.search.Picture;
import io.github.connectapi.test.search.SearchOperations;
import io.github.connectapi.test.server.FakeResponse;
import io.github.connectapi.test.server.RequestHandler;
import io.github.connectapi.test.server.ScriptedResponse;
import io.github.connectapi.test.session.AccountStore;
import io.github.connectapi.test.session.SessionOperations;
import org.jspecify.annotations.Nullable;

/**
 * Handles requests and holds the state of the server: its faults, recorded requests,
 * accounts and tokens. A reset replaces it with a new one.
 */
final class Backend implements RequestHandler {

	final FaultScript faults = new FaultScript();

	final RequestLog requests = new RequestLog();

	final Accounts accounts;

	final TokenStore tokens;

	final Operations operations;

	private final DownloadOperations downloads = new DownloadOperations();

	private final AccountStore accountStore;

	private final InstantSource clock;

	Backend(FakeConnectServerBuilder settings, InstantSource clock) {
		this.clock = clock;
		this.accountStore = new AccountStore(settings.systemId, settings.systemPassword, settings.lockAccountAfter);
		this.accountStore.add(settings.userName, settings.userPassword, settings.accountId);
		this.accounts = new Accounts(this.accountStore);
		this.tokens = new TokenStore(clock, settings.tokenLifetimeMinutes);
		this.operations = new Operations(operations(settings), this.tokens, settings.requireHttps);
	}

	private List<Operation> operations(FakeConnectServerBuilder settings) {
		List<Operation> operations = new ArrayList<>();
		operations.addAll(new SessionOperations(this.accountStore, this.tokens, settings.renewal::renew,
				settings.durationAsString)
			.all());
		operations.addAll(new SearchOperations((userName) -> EnumSet.allOf(Offering.class),
				(userName, video, offering) -> UUID.randomUUID().toString(), settings.emptyPagesAsErrors)
			.all());
		operations.addAll(this.downloads.all());
		operations.addAll(EmptyResultOperations.all());
		return operations;
	}

	int downloadsUsed() {
		return this.downloads.downloadsUsed();
	}

	/** Fail if a test misspells the name of an operation. */
	String checkName(String operation) {
		if (!this.operations.names().contains(operation)) {
			throw new IllegalArgumentException(
					"Unknown operation '%s', must be one of %s".formatted(operation, this.operations.names()));
		}
		return operation;
	}

	String checkNameOrAny(String operation) {
		return operation.equals(FaultScript.ANY) ? operation : checkName(operation);
	}

	@Override
	public ScriptedResponse handle(String baseUrl, String method, String path, Map<String, List<String>> headers,
			byte[] body) {
		Optional<Operation> operation = this.operations.find(path);
		if (operation.isEmpty()) {
			record("", null, baseUrl, method, path, headers, body);
			return ScriptedResponse
				.immediate(Picture.responseFor(path).orElseGet(() -> FakeResponse.html(404, "404 Not Found")));
		}
		OperationRequest request = new OperationRequest(operation.get(), Json.objectOrNull(body), baseUrl);
		return handle(request, method, path, headers, body);
	}

	private ScriptedResponse handle(OperationRequest request, String method, String path,
			Map<String, List<String>> headers, byte[] body) {
		String name = request.operation().name();
		boolean post = method.equals("POST");
		// Before the request is recorded: a test that sees the request may clear the
		// faults.
		Fault fault = post ? this.faults.next(name) : Fault.normal();
		record(name, request.token(), request.baseUrl(), method, path, headers, body);
		if (!post) {
			return ScriptedResponse.immediate(FakeResponse.html(405, "405 Method Not Allowed").header("Allow", "POST"));
		}
		return fault.respond(request, () -> this.operations.perform(request));
	}

	private void record(String operation, @Nullable String token, String baseUrl, String method, String path,
			Map<String, List<String>> headers, byte[] body) {
		SecretRedactor redactor = new SecretRedactor(this.accountStore.passwords());
		RecordedBody recorded = RecordedBody.of(body, Json.objectOrNull(body), redactor);
		this.requests
			.add(new ReceivedRequest(operation, method, redactor.redactText(path), redactor.redactHeaders(headers),
					recorded.body(), recorded.fieldNames(), TokenKind.of(token, this.tokens), recorded.coordinationId(),
					baseUrl.startsWith("https:"), this.clock.instant()));
	}

}
