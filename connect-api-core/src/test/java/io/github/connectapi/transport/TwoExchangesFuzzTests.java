package io.github.connectapi.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithLength;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two exchanges on one connection whose server sends arbitrary bytes in arbitrary parts.
 * Each caller gets what the server sent after its request and before the next one, or a
 * failure.
 */
class TwoExchangesFuzzTests {

	private static final String FAILED = "failed";

	private static ScriptedTransport transport;

	@BeforeAll
	static void start() {
		ManualTime time = ManualTime.create();
		transport = new ScriptedTransport(time.scheduler(), time.nanos());
	}

	@AfterAll
	static void close() {
		transport.close();
	}

	static Stream<Arguments> responses() {
		String first = "Content-Length: 5\r\n\r\nfirst";
		String chunked = "Transfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n0\r\n\r\n";
		String stray = "HTTP/1.1 200 \r\nContent-Length: 5\r\n\r\nstray";
		String second = "Content-Length: 6\r\n\r\nsecond";
		return Stream
			.of(Arguments.of(" 200 \r\n" + first, "", second, "\u0064", (byte) 0),
					Arguments.of(" 200 \r\n" + chunked, "", second, "\u0001\u0002", (byte) 0),
					Arguments.of(" 200 \r\n" + first + stray, "", second, "\u0005", (byte) 0),
					Arguments.of(" 200 \r\n" + first, stray, second, "\u0003", (byte) 0),
					Arguments.of(" 200 \r\n" + first, "\r\n", second, "\u0064", (byte) 0),
					Arguments.of(" 200 \r\nContent-Length: 3\r\n\r\nfirst", "", second, "\u002b", (byte) 0),
					Arguments.of(" 200 \r\nContent-Length: 50\r\n\r\nfirst", "", second, "\u0064", (byte) 0),
					Arguments.of(" 200 \r\nTransfer-Encoding: chunked\r\n" + first + stray, "", second, "\u0007",
							(byte) 0),
					Arguments.of(" 204 \r\n\r\n" + stray, "", second, "\u0011", (byte) 0),
					Arguments.of(" 304 \r\n" + first, "", second, "\u0064", (byte) 0),
					Arguments.of(" 100 \r\n\r\nHTTP/1.1 200 \r\n" + first + stray, "", second, "\u0020", (byte) 0),
					Arguments.of(" 200 \r\n\r\nfirst", "", second, "\u0064", (byte) 1),
					Arguments.of(" 200 \r\nKeep-Alive: timeout=5\r\n" + first, "", second, "\u0009", (byte) 2),
					Arguments.of(" 200 \r\nConnection: close\r\n" + first, "", second, "\u0009", (byte) 1))
			.map((arguments) -> Arguments.of(bytes(arguments.get()[0]), bytes(arguments.get()[1]),
					bytes("HTTP/1.1 200 \r\n" + arguments.get()[2]), bytes(arguments.get()[3]), arguments.get()[4]));
	}

	/** In the syntax of a libFuzzer dictionary. */
	@DictionaryEntries({ "Content-Length: ", "Transfer-Encoding: chunked\\x0D\\x0A", "\\x0D\\x0A\\x0D\\x0A",
			"HTTP/1.1 200 \\x0D\\x0A", "Connection: keep-alive", "Keep-Alive: timeout=", "0\\x0D\\x0A\\x0D\\x0A",
			"HTTP/1.1 204 \\x0D\\x0A" })
	@MethodSource("responses")
	@FuzzTest
	void whenTheServerSendsAnythingThenEachCallerGetsItsOwnResponse(byte @NotNull @WithLength(max = 600) [] first,
			byte @NotNull @WithLength(max = 300) [] between, byte @NotNull @WithLength(max = 600) [] second,
			byte @NotNull @WithLength(max = 8) [] parts, byte ends) {
		byte[] response = concatenate(bytes("HTTP/1.1"), first);
		String expectedFirst = alone(response, (ends & 1) != 0);
		String expectedSecond = alone(second, (ends & 2) != 0);
		transport.pool.clear();
		Server other = new Server(List.of(second), new byte[0], parts, ends >> 1);
		Server server = new Server(List.of(response, second), between, parts, ends);
		transport.connect(other);
		transport.connect(server);
		String resultFirst = exchange("1");
		assertThat(resultFirst).as("first caller").isEqualTo(expectedFirst);
		assertThat(server.requests).as("requests of the first caller").isEqualTo(1);
		server.arrived = true;
		if (resultFirst.equals(FAILED)) {
			other = new Server(List.of(second), new byte[0], parts, ends >> 1);
			transport.connect(other);
		}
		assertThat(exchange("2")).as("second caller").isEqualTo(expectedSecond);
		assertThat(server.requests + other.requests).as("requests of both callers").isEqualTo(2);
		if (server.requests == 2) {
			assertThat(between).as("stray bytes on a connection that was used again").isEmpty();
			assertThat(alone(Arrays.copyOf(response, response.length - 1), false)).as("all bytes were needed")
				.isEqualTo(FAILED);
		}
	}

	/** Return what a caller gets if these bytes are the only ones. */
	private static String alone(byte[] response, boolean end) {
		transport.pool.clear();
		transport.connect(new Server(List.of(response), new byte[0], new byte[] { 127 }, end ? 1 : 0));
		return exchange("0");
	}

	private static String exchange(String body) {
		try {
			TransportResponse response = transport.exchange(body);
			return "%s %s %s".formatted(response.getStatusCode(), response.getHeaders(),
					new String(TransportResponse.readBody(response.getBody(), 1000), StandardCharsets.ISO_8859_1));
		}
		catch (IOException ex) {
			return FAILED;
		}
	}

	private static byte[] bytes(Object text) {
		return ((String) text).getBytes(StandardCharsets.ISO_8859_1);
	}

	private static byte[] concatenate(byte[] first, byte[] second) {
		return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
	}

	/** Sends one response after each request, and some bytes between the first two. */
	private static final class Server implements ScriptedChannel.Peer {

		private final List<byte[]> responses;

		private final byte[] between;

		private final byte[] parts;

		private final int ends;

		private ByteBuffer pending = ByteBuffer.allocate(0);

		private int requests;

		private int reads;

		private boolean arrived;

		Server(List<byte[]> responses, byte[] between, byte[] parts, int ends) {
			this.responses = new ArrayList<>(responses);
			this.between = between;
			this.parts = parts;
			this.ends = ends;
		}

		@Override
		public int read(ScriptedChannel channel, ByteBuffer target) throws IOException {
			if (this.arrived && this.requests == 1) {
				this.arrived = false;
				this.pending = ByteBuffer.wrap(concatenate(remaining(), this.between));
			}
			if (!this.pending.hasRemaining()) {
				if (this.requests > 0 && (this.ends & this.requests) != 0) {
					return -1;
				}
				if (channel.isBlocking()) {
					// As if the deadline had passed.
					channel.close();
				}
				return 0;
			}
			int part = (this.parts.length > 0) ? this.parts[this.reads++ % this.parts.length] & 0x7f : 1;
			int count = Math.min(Math.max(1, part), Math.min(target.remaining(), this.pending.remaining()));
			target.put(this.pending.slice(this.pending.position(), count));
			this.pending.position(this.pending.position() + count);
			return count;
		}

		@Override
		public int write(ScriptedChannel channel, ByteBuffer source) {
			int count = source.remaining();
			source.position(source.limit());
			this.pending = ByteBuffer.wrap(concatenate(remaining(), this.responses.get(this.requests)));
			this.requests++;
			return count;
		}

		private byte[] remaining() {
			byte[] bytes = new byte[this.pending.remaining()];
			this.pending.get(bytes);
			return bytes;
		}

	}

}
