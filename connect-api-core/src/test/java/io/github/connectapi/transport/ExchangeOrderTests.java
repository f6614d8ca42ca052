package io.github.connectapi.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each order of the steps of one exchange and the events that may end it, with manual
 * time and without sockets.
 */
@Timeout(60)
class ExchangeOrderTests {

	private static final Target OTHER = new Target(false, "127.0.0.1", 2);

	private final ManualTime time = ManualTime.create();

	private final ScriptedTransport transport = new ScriptedTransport(this.time.scheduler(), this.time.nanos());

	private final ScriptedChannel other = this.transport.connect(OTHER, new Peer(Step.AFTERWARDS, List.of()));

	private ScriptedChannel channel;

	@AfterEach
	void close() {
		Thread.interrupted();
		this.transport.close();
	}

	static Stream<Arguments> orders() {
		List<List<Event>> events = List.of(List.of(Event.DEADLINE), List.of(Event.CLOSE), List.of(Event.INTERRUPT),
				List.of(Event.DEADLINE, Event.CLOSE), List.of(Event.CLOSE, Event.DEADLINE),
				List.of(Event.DEADLINE, Event.INTERRUPT), List.of(Event.INTERRUPT, Event.DEADLINE),
				List.of(Event.CLOSE, Event.INTERRUPT), List.of(Event.INTERRUPT, Event.CLOSE));
		return Arrays.stream(Step.values())
			.filter((step) -> step != Step.AFTERWARDS)
			.flatMap((step) -> events.stream().map((event) -> Arguments.of(step, event)));
	}

	@ParameterizedTest
	@MethodSource("orders")
	void whenAnEventPrecedesTheEndThenTheFirstReasonIsReportedAndTheConnectionIsClosed(Step step, List<Event> events) {
		Peer peer = new Peer(step, events);
		this.channel = this.transport.connect(peer);
		// An interrupt is recorded by the thread itself, after it has returned.
		Event reason = events.stream().filter((event) -> event != Event.INTERRUPT).findFirst().orElse(Event.INTERRUPT);
		boolean sent = step != Step.CHECK;
		String message = switch (reason) {
			case DEADLINE -> "no complete response within 10000 ms";
			case CLOSE -> "the client was closed";
			case INTERRUPT ->
				sent ? "interrupted while waiting for the response" : "interrupted before the request was sent";
			case OTHER_FAILURE -> throw new IllegalStateException();
		};
		assertThat(catchFailure()).hasMessage(message)
			.isExactlyInstanceOf((reason == Event.INTERRUPT) ? InterruptedIOException.class
					: (sent ? IOException.class : RequestNotSentException.class));
		assertThat(Thread.interrupted()).isEqualTo(events.contains(Event.INTERRUPT));
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.transport.pool.size()).isEqualTo((reason == Event.INTERRUPT) ? 1 : 0);
		assertThat(peer.requests).isEqualTo(sent ? 1 : 0);
		assertThat(this.other.isOpen()).as("idle connection of another exchange").isEqualTo(reason == Event.INTERRUPT);
	}

	@ParameterizedTest
	@EnumSource
	void whenAnotherExchangeFailsThenThisOneCompletes(Step step) throws IOException {
		Peer peer = new Peer(step, List.of(Event.OTHER_FAILURE));
		this.channel = this.transport.connect(peer);
		assertThat(this.transport.exchange("1").getStatusCode().value()).isEqualTo(200);
		assertThat(this.other.isOpen()).isEqualTo(step == Step.AFTERWARDS);
		assertThat(this.channel.isOpen()).isTrue();
		assertThat(take()).isNotNull();
		assertThat(take()).as("taken twice").isNull();
	}

	@ParameterizedTest
	@EnumSource(names = { "DEADLINE", "CLOSE", "INTERRUPT", "OTHER_FAILURE" })
	void whenAnEventFollowsTheEndThenTheResponseIsNotAffected(Event event) throws IOException {
		this.channel = this.transport.connect(new Peer(Step.AFTERWARDS, List.of()));
		assertThat(this.transport.exchange("1").getStatusCode().value()).isEqualTo(200);
		run(event);
		assertThat(Thread.interrupted()).isEqualTo(event == Event.INTERRUPT);
		boolean kept = event == Event.DEADLINE || event == Event.INTERRUPT;
		assertThat(this.channel.isOpen()).isEqualTo(kept);
		assertThat(take() != null).isEqualTo(kept);
	}

	private IOException catchFailure() {
		try {
			this.transport.exchange("1");
			throw new AssertionError("no failure");
		}
		catch (IOException ex) {
			return ex;
		}
	}

	private Connection take() {
		return this.transport.pool.take(ScriptedTransport.SERVER, null, true);
	}

	private void run(Event event) {
		switch (event) {
			case DEADLINE -> this.time.advance(ScriptedTransport.TIMEOUT);
			case CLOSE -> this.transport.close();
			case INTERRUPT -> interrupt(Thread.currentThread());
			case OTHER_FAILURE -> this.transport.pool.clear();
		}
	}

	/** Only another thread closes the channel immediately. */
	private static void interrupt(Thread caller) {
		Thread other = new Thread(caller::interrupt);
		other.start();
		while (other.isAlive()) {
			Thread.onSpinWait();
		}
	}

	enum Step {

		/** While the idle connection is checked. */
		CHECK,

		/** While the request is sent. */
		SEND,

		/** Before the first byte of the response. */
		HEAD,

		/** Before the last byte of the response. */
		BODY,

		/** After the last byte of the response, before the thread has returned. */
		LAST,

		AFTERWARDS

	}

	enum Event {

		DEADLINE, CLOSE, INTERRUPT, OTHER_FAILURE

	}

	/** Sends a response in two parts, and lets the events happen at one step. */
	private final class Peer implements ScriptedChannel.Peer {

		private final Step step;

		private final List<Event> events;

		private int requests;

		private int reads;

		Peer(Step step, List<Event> events) {
			this.step = step;
			this.events = events;
		}

		@Override
		public int read(ScriptedChannel self, ByteBuffer target) {
			if (!self.isBlocking()) {
				at(Step.CHECK);
				return 0;
			}
			boolean first = this.reads++ == 0;
			at(first ? Step.HEAD : Step.BODY);
			byte[] part = (first ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{" : "}")
				.getBytes(StandardCharsets.US_ASCII);
			target.put(part);
			if (!first) {
				at(Step.LAST);
			}
			return part.length;
		}

		@Override
		public int write(ScriptedChannel self, ByteBuffer source) {
			int count = source.remaining();
			source.position(source.limit());
			this.requests++;
			at(Step.SEND);
			return count;
		}

		private void at(Step reached) {
			if (reached == this.step) {
				this.events.forEach(ExchangeOrderTests.this::run);
			}
		}

	}

}
