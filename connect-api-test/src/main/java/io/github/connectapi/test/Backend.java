package io.github.connectapi.test;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import io.github.connectapi.test.account.CustomerOperations;
import io.github.connectapi.test.data.DataOperations;
import io.github.connectapi.test.download.DownloadOperations;
import io.github.connectapi.test.file.FileRequest;
import io.github.connectapi.test.file.FileServer;
import io.github.connectapi.test.file.FileSource;
import io.github.connectapi.test.file.GeneratedFiles;
import io.github.connectapi.test.file.RenditionFiles;
import io.github.connectapi.test.lightbox.LightboxOperations;
import io.github.connectapi.test.oauth2.Forms;
import io.github.connectapi.test.oauth2.TokenEndpoint;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.operation.Operation;
import io.github.connectapi.test.operation.OperationRequest;
import io.github.connectapi.test.operation.Operations;
import io.github.connectapi.test.operation.TokenStore;
import io.github.connectapi.test.partner.PartnerOperations;
import io.github.connectapi.test.rest.RestApi;
import io.github.connectapi.test.rest.RestRequest;
import io.github.connectapi.test.search.EmbedFiles;
import io.github.connectapi.test.search.SearchOperations;
import io.github.connectapi.test.server.FakeRequest;
import io.github.connectapi.test.server.FakeResponse;
import io.github.connectapi.test.server.RequestHandler;
import io.github.connectapi.test.server.ScriptedResponse;
import io.github.connectapi.test.session.AccountStore;
import io.github.connectapi.test.session.SessionOperations;
import io.github.connectapi.test.usage.UsageOperations;
import org.jspecify.annotations.Nullable;

/**
 * Handles requests and holds the state of the server: its faults, recorded requests,
 * accounts and tokens. A reset replaces it with a new one.
 */
final class Backend implements RequestHandler {

	/** Names of requests that are no operations. */
	private static final Set<String> OTHER_NAMES = Set.of(FileTarget.DOWNLOAD, TokenTarget.TOKEN_REQUEST);

	private static final FileSource RENDITIONS = new RenditionFiles(GeneratedFiles.get());

	final FaultScript faults = new FaultScript();

	final RequestLog requests = new RequestLog();

	final Accounts accounts;

	final TokenStore tokens;

	final Operations operations;

	final DownloadOperations downloads;

	final TokenEndpoint tokenEndpoint;

	private final RestApi restApi;

	private final FileServer files;

	private final AccountStore accountStore;

	private final InstantSource clock;

	private final Supplier<String> httpBaseUrl;

	Backend(FakeConnectServerBuilder settings, InstantSource clock, Supplier<String> httpBaseUrl) {
		this.clock = clock;
		this.httpBaseUrl = httpBaseUrl;
		this.accountStore = new AccountStore(settings.systemId, settings.systemPassword, settings.apiKey,
				settings.apiSecret, settings.lockAccountAfter);
		this.accountStore.add(settings.userName, settings.userPassword, settings.accountId);
		this.downloads = new DownloadOperations(clock, GeneratedFiles.get());
		this.files = new FileServer(List.of(this.downloads.files(), RENDITIONS, new EmbedFiles()));
		this.accounts = new Accounts(this.accountStore, this.downloads.offerings());
		this.tokens = new TokenStore(clock, settings.tokenLifetimeMinutes);
		this.tokenEndpoint = new TokenEndpoint(this.accountStore, this.tokens);
		this.restApi = new RestApi(this.accountStore, this.tokens, this.downloads.purchases(), settings.requireHttps);
		this.operations = new Operations(operations(settings), this.tokens, settings.requireHttps);
	}

	private List<Operation> operations(FakeConnectServerBuilder settings) {
		List<Operation> operations = new ArrayList<>();
		operations.addAll(new SessionOperations(this.accountStore, this.tokens, settings.renewal::renew,
				settings.durationAsString)
			.all());
		operations.addAll(
				new SearchOperations(this.downloads.withdrawals()::isWithdrawn, this.downloads.offerings()::offerings,
						this.downloads.tokens()::tokenFor, settings.emptyPagesAsErrors)
					.all());
		operations.addAll(this.downloads.all());
		operations.addAll(new UsageOperations().all());
		operations.addAll(new LightboxOperations(this.clock).all());
		operations.addAll(new CustomerOperations(this.accountStore).all());
		operations.addAll(new DataOperations().all());
		operations.addAll(new PartnerOperations().all());
		return operations;
	}

	/** Fail if a test misspells the name of an operation. */
	String checkName(String operation) {
		if (!OTHER_NAMES.contains(operation) && !this.operations.names().contains(operation)
				&& !this.restApi.names().contains(operation)) {
			throw new IllegalArgumentException("Unknown operation '%s', must be one of %s or %s".formatted(operation,
					this.operations.names(), this.restApi.names()));
		}
		return operation;
	}

	String checkNameOrAny(String operation) {
		return operation.equals(FaultScript.ANY) ? operation : checkName(operation);
	}

	@Override
	public ScriptedResponse handle(FakeRequest http) {
		if (TokenEndpoint.isPath(http.path()) && http.method().equals("POST")) {
			Map<String, String> form = Forms.parse(http.body());
			return handle(
					new TokenTarget(this.tokenEndpoint, form, http.baseUrl(), http.path(), this.httpBaseUrl.get()),
					http);
		}
		Optional<RestRequest> rest = this.restApi.find(http);
		if (rest.isPresent()) {
			return handle(rest.get(), http);
		}
		Optional<Operation> operation = this.operations.find(http.path());
		if (operation.isEmpty()) {
			FileRequest request = new FileRequest(http.baseUrl(), http.path(), http.headers());
			return handle(new FileTarget(this.files, http.method(), request, http.baseUrl(), this.httpBaseUrl.get()),
					http);
		}
		return handle(new OperationRequest(operation.get(), Json.objectOrNull(http.body()), http.baseUrl()), http);
	}

	/** The form is recorded as JSON. */
	private ScriptedResponse handle(TokenTarget target, FakeRequest http) {
		Fault fault = this.faults.nextWithoutOperation(TokenTarget.TOKEN_REQUEST);
		record(TokenTarget.TOKEN_REQUEST, null, http, Json.MAPPER.writeValueAsBytes(target.form()));
		return fault.respond(target);
	}

	/** The query is recorded as JSON, since the body has nothing of interest. */
	private ScriptedResponse handle(RestRequest request, FakeRequest http) {
		String name = request.operation().name();
		Fault fault = this.faults.next(name);
		record(name, request.token(), http, Json.MAPPER.writeValueAsBytes(request.parameters()));
		return fault.respond(new RestTarget(this.restApi, request, this.httpBaseUrl.get()));
	}

	private ScriptedResponse handle(FileTarget target, FakeRequest http) {
		Fault fault = target.isDownload() ? this.faults.nextWithoutOperation(FileTarget.DOWNLOAD) : Fault.normal();
		record(target.isDownload() ? FileTarget.DOWNLOAD : "", null, http, http.body());
		return fault.respond(target);
	}

	private ScriptedResponse handle(OperationRequest request, FakeRequest http) {
		String name = request.operation().name();
		boolean post = http.method().equals("POST");
		// Before the request is recorded: a test that sees the request may clear the
		// faults.
		Fault fault = post ? this.faults.next(name) : Fault.normal();
		record(post ? name : "", request.token(), http, http.body());
		if (!post) {
			return ScriptedResponse.immediate(FakeResponse.html(405, "405 Method Not Allowed").header("Allow", "POST"));
		}
		return fault.respond(new OperationTarget(request, this.operations, this.httpBaseUrl.get()));
	}

	private void record(String operation, @Nullable String token, FakeRequest http, byte[] body) {
		SecretRedactor redactor = new SecretRedactor(this.accountStore.passwords());
		RecordedBody recorded = RecordedBody.of(body, Json.objectOrNull(body), redactor);
		this.requests.add(new ReceivedRequest(operation, http.method(), redactor.redactText(http.path()),
				redactor.redactHeaders(http.headers()), recorded.body(), recorded.fieldNames(),
				TokenKind.of(token, this.tokens), recorded.coordinationId(), http.isHttps(), this.clock.instant()));
	}

}
