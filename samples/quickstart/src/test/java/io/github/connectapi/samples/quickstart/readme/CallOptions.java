package io.github.connectapi.samples.quickstart.readme;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.core.ParameterizedTypeReference;

import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.operation.ConnectRequest;

import static io.github.connectapi.operation.ConnectOperations.GET_IMAGE_DETAILS;

/**
 * The example of options of a call in {@code docs/calling-operations.md}.
 */
final class CallOptions {

	private CallOptions() {
	}

	static Map<String, List<Map<String, Object>>> call(ConnectApi connect, Map<String, ?> imageIds) {
		var details = ConnectRequest.of(GET_IMAGE_DETAILS, imageIds)
			.withDetail("IncludeSizeName")
			.withTimeout(Duration.ofSeconds(5))
			.withHeader("X-Department", "news");
		var type = new ParameterizedTypeReference<Map<String, List<Map<String, Object>>>>() {
		};
		var images = connect.exchange(details, type).result();
		return images;
	}

}
