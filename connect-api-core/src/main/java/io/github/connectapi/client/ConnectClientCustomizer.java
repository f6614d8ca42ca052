package io.github.connectapi.client;

import org.springframework.web.client.RestClient;

/**
 * Adjusts the {@code RestClient} that speaks to the Connect API, for instance with an
 * interceptor or an observation registry. It sees the secrets that pass through. It
 * cannot replace the transport: one deadline, bounded answers and the refusal of
 * redirects hold whatever it does.
 */
@FunctionalInterface
public interface ConnectClientCustomizer {

	/**
	 * Adjusts the builder, once, before the first request.
	 * @param builder the builder of the client's own {@code RestClient}
	 */
	void customize(RestClient.Builder builder);

}
