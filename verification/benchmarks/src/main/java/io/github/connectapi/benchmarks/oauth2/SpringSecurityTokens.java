package io.github.connectapi.benchmarks.oauth2;

import java.time.Duration;
import java.util.Objects;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

import io.github.connectapi.benchmarks.peer.TokenCache;

/**
 * The client of Spring Security for requests without a user.
 */
final class SpringSecurityTokens implements TokenCache {

	static final String REGISTRATION = "getty";

	static final Authentication PRINCIPAL = new AnonymousAuthenticationToken("benchmark", "benchmark",
			AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

	private static final OAuth2AuthorizeRequest REQUEST = OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
		.principal(PRINCIPAL)
		.build();

	private final OAuth2AuthorizedClientService clients;

	private final OAuth2AuthorizedClientManager manager;

	SpringSecurityTokens(AuthorizationServer server, Duration lifetime, Duration due) {
		ClientRegistration registration = ClientRegistration.withRegistrationId(REGISTRATION)
			.tokenUri(server.tokenUri())
			.clientId("key")
			.clientSecret("secret")
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.build();
		InMemoryClientRegistrationRepository registrations = new InMemoryClientRegistrationRepository(registration);
		this.clients = new InMemoryOAuth2AuthorizedClientService(registrations);
		AuthorizedClientServiceOAuth2AuthorizedClientManager created = new AuthorizedClientServiceOAuth2AuthorizedClientManager(
				registrations, this.clients);
		created.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
			.clientCredentials((grant) -> grant.clockSkew(lifetime.minus(due)).accessTokenResponseClient(tokenClient()))
			.build());
		this.manager = created;
	}

	/**
	 * Create a client as the default one, but over {@code java.net.http}. The default one
	 * uses the client of Apache, because it is on the class path for another benchmark:
	 * it repeats a request after the status 503 and has 5 connections.
	 */
	private static RestClientClientCredentialsTokenResponseClient tokenClient() {
		RestClientClientCredentialsTokenResponseClient client = new RestClientClientCredentialsTokenResponseClient();
		client.setRestClient(RestClient.builder()
			.requestFactory(new JdkClientHttpRequestFactory())
			.configureMessageConverters((converters) -> converters.addCustomConverter(new FormHttpMessageConverter())
				.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
			.defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
			.build());
		return client;
	}

	OAuth2AuthorizedClientManager manager() {
		return this.manager;
	}

	OAuth2AuthorizedClientService clients() {
		return this.clients;
	}

	@Override
	public Object get() {
		return Objects.requireNonNull(this.manager.authorize(REQUEST)).getAccessToken();
	}

	@Override
	public String token(Object value) {
		return ((OAuth2AccessToken) value).getTokenValue();
	}

}
