package io.github.connectapi.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.ConnectCredentialsProvider;
import io.github.connectapi.ConnectCredentialsRejectedException;
import io.github.connectapi.ConnectOperationException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.download.GetPreviousDownloads;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.FakeConnectServerBuilder;
import io.github.connectapi.test.junit.FakeConnectExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for an application whose session is of OAuth 2.
 */
class OAuth2SessionTests {

	@RegisterExtension
	static final FakeConnectExtension connect = new FakeConnectExtension();

	private final FakeConnectServer server = connect.server();

	@Test
	void whenThereIsAUserThenASecureOperationUsesTheTokenOfThePasswordGrant() {
		FakeApplication.ofOAuth2(this.server).run((context) -> {
			ConnectSession session = context.getBean(ConnectSessionManager.class).getSession();
			context.getBean(ConnectApi.class)
				.call(ConnectOperations.GET_PREVIOUS_DOWNLOADS, GetPreviousDownloads.ofPage(1, 2), Object.class);
			assertThat(this.server.accepts(session.token().reveal())).isTrue();
			assertThat(grants()).containsExactly("password");
			assertThat(this.server.count("CreateSession")).isZero();
		});
	}

	@Test
	void whenTheSessionOfAUserIsRenewedThenTheRefreshTokenIsUsed() {
		FakeApplication.ofOAuth2(this.server).run((context) -> {
			ConnectSessionManager manager = context.getBean(ConnectSessionManager.class);
			manager.getSession();
			renew(manager);
			assertThat(grants()).containsExactly("password", "refresh_token");
		});
	}

	@Test
	void whenThereIsNoUserThenTheSessionIsOfAnApplicationAndWhatNeedsAUserIsNotSent() {
		FakeApplication.ofOAuth2Application(this.server).run((context) -> {
			ConnectApi api = context.getBean(ConnectApi.class);
			assertThatExceptionOfType(ConnectOperationException.class)
				.isThrownBy(() -> api.call(ConnectOperations.GET_PREVIOUS_DOWNLOADS, GetPreviousDownloads.ofPage(1, 2),
						Object.class))
				.matches(ConnectApiException::isNotSent);
			assertThat(this.server.requests()).isEmpty();
			context.getBean(ConnectSessionManager.class).getSession();
			assertThat(grants()).containsExactly("client_credentials");
		});
	}

	@Test
	void whenAProviderReturnsOtherCredentialsThenTheNextAcquisitionUsesThem() {
		var current = new AtomicReference<>(credentials(FakeConnectServerBuilder.API_SECRET));
		FakeApplication.ofOAuth2(this.server)
			.withBean("own", ConnectCredentialsProvider.class, () -> current::get)
			.run((context) -> {
				ConnectSessionManager manager = context.getBean(ConnectSessionManager.class);
				ConnectSession session = manager.getSession();
				this.server.accounts().changeApiSecret("rotated");
				current.set(credentials("rotated"));
				assertThat(manager.getSession()).isSameAs(session);
				renew(manager);
				assertThat(grants()).containsExactly("client_credentials", "client_credentials");
			});
	}

	@Test
	void whenTheSecretIsReboundThenTheNextAcquisitionUsesIt() {
		RefreshableApplication.of(FakeApplication.ofOAuth2(this.server)).run((context) -> {
			ConnectSessionManager manager = context.getBean(ConnectSessionManager.class);
			manager.getSession();
			this.server.accounts().changeApiSecret("rotated");
			RefreshableApplication.rebind(context, "getty.connect.api-secret=rotated");
			renew(manager);
			assertThat(grants()).containsExactly("password", "password");
		});
	}

	@Test
	void whenAUserIsAddedByARebindThenTheSessionRemainsThatOfTheApplication() {
		RefreshableApplication.of(FakeApplication.ofOAuth2Application(this.server)).run((context) -> {
			RefreshableApplication.rebind(context, "getty.connect.user-name=added",
					"getty.connect.user-password=canary-7");
			assertThat(context.getBean(ConnectConnectionDetails.class).getCredentials().userName()).isEmpty();
			assertThat(context.getBean(ReloadFailures.class).current().get("properties"))
				.contains("getty.connect.user-name is set, but the application started without a user")
				.doesNotContain("canary-7");
		});
	}

	@Test
	void whenTheSecretIsRejectedThenTheFailureDoesNotContainIt() {
		FakeApplication.ofOAuth2(this.server)
			.withPropertyValues("getty.connect.api-secret=canary-7")
			.run((context) -> assertThatExceptionOfType(ConnectCredentialsRejectedException.class)
				.isThrownBy(context.getBean(ConnectSessionManager.class)::getSession)
				.satisfies((failure) -> assertThat(failure.code()).contains("invalid_client"))
				.satisfies((failure) -> assertThat(failure).message()
					.contains(this.server.tokenUri())
					.doesNotContain("canary-7")));
	}

	private static ConnectCredentials credentials(String secret) {
		return ConnectCredentials.ofOAuth2Application(FakeConnectServerBuilder.API_KEY, secret);
	}

	/** Renew the session, which fails with the old secret. */
	private static void renew(ConnectSessionManager manager) {
		manager.renew();
		await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
			assertThat(manager.snapshot().generation()).isEqualTo(2);
			assertThat(manager.snapshot().lastFailure()).isNull();
		});
	}

	private List<String> grants() {
		return FakeApplication.grants(this.server);
	}

}
