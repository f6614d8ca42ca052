package io.github.connectapi.client;

import java.time.Duration;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.client.RestClient;

import io.github.connectapi.Internal;
import io.github.connectapi.json.JsonCodec;
import io.github.connectapi.transport.Transport;

/**
 * Creates and connects the components of an exchange.
 */
@Internal
public final class ExchangeFactory {

	private ExchangeFactory() {
	}

	/**
	 * Create a transport with the TLS settings and proxies of a client, and with its own
	 * connections and threads.
	 * @param client the client
	 * @return the transport, to be closed separately
	 */
	public static Transport createTransport(ConnectClient client) {
		return client.newTransport();
	}

	/**
	 * Return the maximum time that an exchange of a client takes.
	 * @param client the client
	 * @return the response timeout
	 */
	public static Duration responseTimeout(ConnectClient client) {
		return client.exchangeSettings().responseTimeout();
	}

	/**
	 * Return the maximum length of a response to a client.
	 * @param client the client
	 * @return the length in bytes
	 */
	public static int maxResponseSize(ConnectClient client) {
		return client.exchangeSettings().maxResponseSize();
	}

	static ExchangeExecutor createExecutor(ExchangeSettings settings, Transport transport) {
		RestClient.Builder builder = RestClient.builder();
		settings.customizers().forEach((customizer) -> customizer.customize(builder));
		// Set last, so that no customizer replaces or wraps the transport. The transport
		// buffers bodies, so the client does not have to.
		RestClient restClient = builder.requestFactory(transport).bufferContent((uri, method) -> false).build();
		RequestSender sender = new RequestSender(settings, transport, restClient);
		ExchangeLimiter limiter = new ExchangeLimiter(settings.maxConcurrentExchanges(), settings.observations());
		return new ExchangeExecutor(settings.observations(), limiter, sender, createSessionCodec(),
				createOperationCodec(settings.maxResponseSize(), settings.jsonMapper()),
				createReader(settings.clock(), transport::discardIdleConnections));
	}

	static JsonCodec createSessionCodec() {
		return JsonCodec.forSessionOperations();
	}

	static JsonCodec createOperationCodec(int maxResponseSize, @Nullable JsonMapper jsonMapper) {
		return JsonCodec.forOperations(maxResponseSize, jsonMapper);
	}

	static ResponseReader createReader(InstantSource clock, Runnable mismatchHandler) {
		return new ResponseReader(new ConnectExceptionTranslator(clock), mismatchHandler);
	}

}
