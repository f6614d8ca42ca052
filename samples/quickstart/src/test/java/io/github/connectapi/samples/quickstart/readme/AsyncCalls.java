package io.github.connectapi.samples.quickstart.readme;

import java.util.concurrent.CompletionStage;

import tools.jackson.databind.JsonNode;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.connectapi.call.AsyncConnectApi;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;

/**
 * The example of asynchronous calls in {@code docs/calling-operations.md}.
 */
@Configuration(proxyBeanMethods = false)
class AsyncCalls {

	@Bean
	AsyncConnectApi asyncConnectApi(ConnectApi connect) {
		return AsyncConnectApi.builder(connect).maxConcurrentCalls(64).build();
	}

	static CompletionStage<ConnectResponse<JsonNode>> call(AsyncConnectApi connect, ConnectRequest request) {
		return connect.exchange(request, JsonNode.class);
	}

}
