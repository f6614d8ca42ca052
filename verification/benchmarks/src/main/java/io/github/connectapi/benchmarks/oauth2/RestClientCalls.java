package io.github.connectapi.benchmarks.oauth2;

import java.time.Duration;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.web.client.RestClient;

import io.github.connectapi.benchmarks.peer.TokenCache;
import io.github.connectapi.rest.ConnectRestAccess;

/**
 * Requests for the resource through a {@link RestClient}.
 */
final class RestClientCalls implements TokenCache {

	private final RestClient client;

	private final Runnable close;

	private RestClientCalls(RestClient client, Runnable close) {
		this.client = client;
		this.close = close;
	}

	/** Create calls with the access of this library. */
	static TokenCache ofLibrary(AuthorizationServer server, Duration lifetime) {
		LibraryTokens tokens = new LibraryTokens(server, lifetime, lifetime.minusMinutes(1));
		ConnectRestAccess access = tokens.restAccess(server);
		RestClient client = RestClient.builder().apply(access).build();
		return new RestClientCalls(client, () -> {
			access.close();
			tokens.close();
		});
	}

	/**
	 * Create calls with the interceptor of Spring Security, which removes a rejected
	 * token.
	 */
	static TokenCache ofSpringSecurity(AuthorizationServer server, Duration lifetime) {
		SpringSecurityTokens tokens = new SpringSecurityTokens(server, lifetime, lifetime.minusMinutes(1));
		OAuth2ClientHttpRequestInterceptor interceptor = new OAuth2ClientHttpRequestInterceptor(tokens.manager());
		interceptor.setClientRegistrationIdResolver((request) -> SpringSecurityTokens.REGISTRATION);
		interceptor.setPrincipalResolver((request) -> SpringSecurityTokens.PRINCIPAL);
		interceptor.setAuthorizationFailureHandler(
				OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(tokens.clients()));
		RestClient client = RestClient.builder()
			.baseUrl(server.baseUrl())
			.requestFactory(new JdkClientHttpRequestFactory())
			.requestInterceptor(interceptor)
			.build();
		return new RestClientCalls(client, tokens::close);
	}

	@Override
	public Object get() {
		return this.client.get().uri("/v3/images/1").retrieve().toBodilessEntity();
	}

	@Override
	public void close() {
		this.close.run();
	}

}
