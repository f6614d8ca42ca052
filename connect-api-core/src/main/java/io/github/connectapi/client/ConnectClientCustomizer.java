package io.github.connectapi.client;

import org.springframework.web.client.RestClient;

/**
 * Adjusts the {@code RestClient} that speaks to the Connect API, for instance with an
 * interceptor, a header or an observation registry. It is trusted code: it sees the
 * secrets that pass through and may change body, headers and answer.
 * <p>
 * It cannot replace the transport, follow redirects or lift the limits: request factory,
 * buffering, base URL, status handlers and message converters that it sets have no
 * effect. A request whose address or method it changed, that it sends a second time or
 * that has a header which HTTP forbids to set (such as {@code Host}) is not sent, and the
 * call fails with a {@link io.github.connectapi.ConnectUnavailableException} that is not
 * transient. The time that its own code takes is not bounded by the client.
 */
@FunctionalInterface
public interface ConnectClientCustomizer {

	/**
	 * Adjusts the builder, once, before the first request.
	 * @param builder the builder of the client's own {@code RestClient}
	 */
	void customize(RestClient.Builder builder);

}
