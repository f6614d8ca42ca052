package io.github.connectapi.client;

import org.springframework.web.client.RestClient;

/**
 * Callback to customize the {@code RestClient} of a {@link ConnectClient}, for instance
 * with an interceptor, a header or an observation registry. A customizer is trusted code:
 * it can read the secrets in requests and responses, and it can change body, headers and
 * response.
 * <p>
 * A customizer cannot replace the transport, follow redirects or remove the limits. The
 * request factory, buffering, base URL, status handlers and message converters that it
 * sets have no effect. A request is not sent if a customizer changed its URL or method,
 * sends it a second time, or set a header that HTTP clients must not set (such as
 * {@code Host}). The call then fails with a
 * {@link io.github.connectapi.ConnectUnavailableException} that is not transient. If an
 * interceptor or another part of a customizer throws an exception, the call fails with a
 * transient one, whose cause is that exception, and which is
 * {@linkplain io.github.connectapi.ConnectApiException#isNotSent() not sent} if it failed
 * before the request was sent. The client does not limit the time that the code of a
 * customizer takes.
 */
@FunctionalInterface
public interface ConnectClientCustomizer {

	/**
	 * Customize the builder. Called once, before the first request.
	 * @param builder the builder of the {@code RestClient}
	 */
	void customize(RestClient.Builder builder);

}
