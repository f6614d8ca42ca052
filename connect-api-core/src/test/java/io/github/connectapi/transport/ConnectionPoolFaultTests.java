package io.github.connectapi.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedDeque;

import org.junit.jupiter.api.Test;

import org.springframework.test.util.ReflectionTestUtils;

import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The heap is exhausted when a connection shall be kept.
 */
class ConnectionPoolFaultTests {

	private final ManualTime time = ManualTime.create();

	@Test
	void whenAConnectionCannotBeKeptThenItIsClosedAndTheResponseIsReturned() throws Exception {
		try (ScriptedTransport transport = new ScriptedTransport(this.time.scheduler(), this.time.nanos())) {
			ScriptedChannel channel = transport.connect(new Responding());
			ConcurrentLinkedDeque<Connection> exhausted = new ConcurrentLinkedDeque<>() {
				@Override
				public void addFirst(Connection connection) {
					throw new OutOfMemoryError("expected");
				}
			};
			exhausted.add(transport.pool.take(ScriptedTransport.SERVER, null, true));
			ReflectionTestUtils.setField(transport.pool, "idle", exhausted);
			assertThat(transport.exchange("1").getStatusCode().value()).isEqualTo(200);
			assertThat(channel.isOpen()).isFalse();
		}
	}

	private static final class Responding implements ScriptedChannel.Peer {

		@Override
		public int read(ScriptedChannel channel, ByteBuffer target) {
			if (!channel.isBlocking()) {
				return 0;
			}
			byte[] response = LocalServer.OK.getBytes(StandardCharsets.US_ASCII);
			target.put(response);
			return response.length;
		}

		@Override
		public int write(ScriptedChannel channel, ByteBuffer source) {
			int count = source.remaining();
			source.position(source.limit());
			return count;
		}

	}

}
