package io.github.connectapi.client;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.github.connectapi.observation.ConnectObservations;

/**
 * Settings for exchanges.
 */
record ExchangeSettings(BaseUrl baseUrl, TokenUri tokenUri, Duration responseTimeout, int maxResponseSize,
		int maxConcurrentExchanges, InstantSource clock, List<ConnectClientCustomizer> customizers,
		@Nullable JsonMapper jsonMapper, ConnectObservations observations) {

	ExchangeSettings {
		customizers = List.copyOf(customizers);
	}

}
