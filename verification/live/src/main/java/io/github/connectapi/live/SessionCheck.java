package io.github.connectapi.live;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectProtocolException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.Secret;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;

/**
 * One login, one renewal and some searches. Each of them is sent once: no retry can lock
 * an account.
 */
final class SessionCheck implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final ExchangeRecorder recorder = new ExchangeRecorder();

	private final ConnectClient client;

	private final ConnectCredentials credentials;

	private final Consumer<Finding> findings;

	private long different;

	SessionCheck(BaseUrl baseUrl, ConnectCredentials credentials, Consumer<Finding> findings) {
		this.client = ConnectClient.builder(baseUrl)
			.customizer((builder) -> builder.requestInterceptor(this.recorder))
			.build();
		this.credentials = credentials;
		this.findings = findings;
	}

	void run() {
		ConnectSession session = this.client.createSession(this.credentials, TIMEOUT);
		SessionFindings.ofCreated(this.recorder.last()).forEach(this::report);
		Secret secureToken = session.secureToken()
			.orElseThrow(() -> new ConnectProtocolException("CreateSession returned no SecureToken",
					ConnectFailure.permanentFailure("CreateSession", null)));
		reportAccepted("SearchForImages over https with the standard token", session.token());
		report(SearchFindings.dates(this.recorder.last()));
		reportAccepted("SearchForImages over https with the secure token", secureToken);
		search(session.token(), 1000);
		report(SearchFindings.error(this.recorder.last()));
		ConnectSession renewed = this.client.renewSession(secureToken, this.credentials, TIMEOUT);
		SessionFindings.ofRenewed(session, renewed, this.recorder.last()).forEach(this::report);
		reportAccepted("SearchForImages with the token after a renewal", renewed.token());
		boolean old = search(session.token(), 1);
		report(Finding.noted("The previous token after a renewal",
				old ? "still accepted" : "rejected with " + this.recorder.last().codes()));
	}

	private void reportAccepted(String fact, Secret token) {
		boolean accepted = search(token, 1);
		report(Finding.of(fact, "accepted", accepted ? "accepted" : "rejected with " + this.recorder.last().codes(),
				accepted));
	}

	/** Search, and return whether there is a result. */
	private boolean search(Secret token, int itemCount) {
		ConnectRequest request = ConnectRequest.of(ConnectOperations.SEARCH_FOR_IMAGES, Map.of("Query",
				Map.of("SearchPhrase", "tree"), "ResultOptions", Map.of("ItemCount", itemCount, "ItemStartNumber", 1)));
		int before = this.recorder.count();
		try {
			this.client.call(request, token, JsonNode.class, TIMEOUT);
			return true;
		}
		catch (ConnectApiException ex) {
			if (this.recorder.count() == before) {
				// There is no response to learn from.
				throw ex;
			}
			return false;
		}
	}

	private void report(Finding finding) {
		this.different += finding.isDifferent() ? 1 : 0;
		this.findings.accept(finding);
	}

	long different() {
		return this.different;
	}

	int requests() {
		return this.recorder.count();
	}

	@Override
	public void close() {
		this.client.close();
	}

}
