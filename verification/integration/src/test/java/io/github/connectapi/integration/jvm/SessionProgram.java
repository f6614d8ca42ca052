package io.github.connectapi.integration.jvm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Locale;
import java.util.Map;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.transport.ConnectTls;

/**
 * Creates and renews a session and calls an operation, for each locale that is given.
 */
final class SessionProgram {

	private SessionProgram() {
	}

	public static void main(String[] languageTags) throws GeneralSecurityException, IOException {
		for (String languageTag : languageTags) {
			Locale.setDefault(Locale.forLanguageTag(languageTag));
			try (FakeConnectServer server = FakeConnectServer.start()) {
				run(server);
			}
			System.out.println("%s works".formatted(languageTag));
		}
	}

	private static void run(FakeConnectServer server) throws GeneralSecurityException, IOException {
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
			ConnectApi.builder(client, manager).build().call(ConnectOperations.GET_COUNTRIES, Map.of(), Object.class);
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
