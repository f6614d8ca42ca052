package io.github.connectapi.integration.jvm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.retry.RetrySettings;
import io.github.connectapi.search.ImageSearch;
import io.github.connectapi.search.SearchForImages;
import io.github.connectapi.search.SearchForImagesResult;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.Fault;
import io.github.connectapi.transport.ConnectTls;

/**
 * Creates and renews a session and calls operations, for each locale that is given.
 */
final class SessionProgram {

	private static final String TEXT = "\u00c5\u0130\u0131\u0661\u7530";

	private SessionProgram() {
	}

	public static void main(String[] languageTags) throws GeneralSecurityException, IOException {
		for (String languageTag : languageTags) {
			Locale.setDefault(Locale.forLanguageTag(languageTag));
			try (FakeConnectServer server = FakeConnectServer.start()) {
				System.out.println("%s: %s".formatted(languageTag, run(server)));
			}
		}
	}

	private static List<String> run(FakeConnectServer server) throws GeneralSecurityException, IOException {
		ConnectTls tls = trust(server.certificateAuthority());
		ConnectCredentials credentials = ConnectCredentials.of(FakeConnectServerBuilder.SYSTEM_ID,
				FakeConnectServerBuilder.SYSTEM_PASSWORD, FakeConnectServerBuilder.USER_NAME,
				FakeConnectServerBuilder.USER_PASSWORD);
		try (ConnectClient client = ConnectClient.builder(BaseUrl.of(server.secureBaseUrl())).tls(() -> tls).build();
				ConnectSessionManager manager = ConnectSessionManager.builder(client, () -> credentials).build()) {
			ConnectSession first = manager.getSession();
			manager.renew();
			while (manager.getSession().equals(first)) {
				Thread.onSpinWait();
			}
			ConnectApi connect = ConnectApi.builder(client, manager)
				.retry(RetrySettings.defaults().withMaxAttempts(1))
				.build();
			return List.of(search(server, connect), failure(server, connect, Fault.error("INTERNALERROR", "a message")),
					failure(server, connect, Fault.error("INVALIDREQUEST", "a message")),
					failure(server, connect, Fault.status(503).retryAfter("Fri, 01 Jan 2100 00:00:00 GMT")),
					failure(server, connect, Fault.status(503).header("RETRY-AFTER", "12345")));
		}
	}

	/** Return whether text that is not ASCII is sent and received. */
	private static String search(FakeConnectServer server, ConnectApi connect) {
		server.enqueue("SearchForImages",
				Fault.result("{\"ItemTotalCount\": 1, \"Images\": [{\"Title\": \"%s\"}]}".formatted(TEXT)));
		SearchForImagesResult result = new ImageSearch(connect).page(new SearchForImages(TEXT));
		return String.valueOf(result.images().get(0).title().equals(TEXT)
				&& server.requests("SearchForImages").toString().contains(TEXT));
	}

	private static String failure(FakeConnectServer server, ConnectApi connect, Fault fault) {
		server.enqueue("GetCountries", fault);
		try {
			connect.exchange(ConnectRequest.of(ConnectOperations.GET_COUNTRIES, Map.of()).withCoordinationId("report"),
					Object.class);
			return "no failure";
		}
		catch (ConnectApiException ex) {
			// The server of each locale has another port.
			return "%s %s %s".formatted(ex, ex.isTransient(), ex.retryAfter()).replace(server.secureBaseUrl(), "URL");
		}
	}

	private static ConnectTls trust(String authority) throws GeneralSecurityException, IOException {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("authority", CertificateFactory.getInstance("X.509")
			.generateCertificate(new ByteArrayInputStream(authority.getBytes(StandardCharsets.US_ASCII))));
		TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, factory.getTrustManagers(), null);
		return ConnectTls.of(context);
	}

}
