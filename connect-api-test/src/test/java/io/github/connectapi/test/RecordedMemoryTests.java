package io.github.connectapi.test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.connectapi.test.operation.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the memory that recorded requests need.
 */
class RecordedMemoryTests {

	@Test
	void whenBodiesAreLongThenOldestRequestsAreRemoved() {
		RequestLog log = new RequestLog();
		String body = "a".repeat(10 * 1024 * 1024);
		for (int i = 0; i < 5; i++) {
			log.add(request("operation-" + i, body));
		}
		assertThat(log.all()).extracting(ReceivedRequest::operation)
			.containsExactly("operation-2", "operation-3", "operation-4");
	}

	@Test
	void whenThereAreManyRequestsThenOldestOnesAreRemoved() {
		RequestLog log = new RequestLog();
		for (int i = 0; i < 10_002; i++) {
			log.add(request("operation-" + i, ""));
		}
		assertThat(log.all()).hasSize(10_000);
		assertThat(log.all().get(0).operation()).isEqualTo("operation-2");
	}

	@Test
	void whenLogIsClearedThenItHasRoomForAsManyAsBefore() {
		RequestLog log = new RequestLog();
		String body = "a".repeat(10 * 1024 * 1024);
		for (int i = 0; i < 3; i++) {
			log.add(request("before", body));
		}
		log.clear();
		for (int i = 0; i < 3; i++) {
			log.add(request("after", body));
		}
		assertThat(log.all()).hasSize(3);
	}

	@Test
	void whenLongNameHasManyChildrenThenOnlySomeNamesAreRecorded() {
		ObjectNode json = Json.object();
		ObjectNode parent = json.putObject("a ".repeat(20_000));
		for (int i = 0; i < 10_000; i++) {
			parent.put("field" + i, i);
		}
		RecordedBody recorded = RecordedBody.of(new byte[0], json, new SecretRedactor(List.of()));
		assertThat(recorded.fieldNames()).hasSizeBetween(10, 100);
		assertThat(recorded.body()).contains("field9999");
	}

	private static ReceivedRequest request(String operation, String body) {
		return new ReceivedRequest(operation, "POST", "/", Map.of(), body, List.of(), TokenKind.NONE, null, false,
				Instant.EPOCH);
	}

}
