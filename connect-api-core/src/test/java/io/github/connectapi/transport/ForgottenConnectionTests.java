package io.github.connectapi.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Idle connections of which a middlebox forgot: what is sent on them is lost, and nothing
 * is received. Time is manual.
 */
@Timeout(60)
class ForgottenConnectionTests {

	private final ManualTime time = ManualTime.create();

	private final ScriptedTransport transport = new ScriptedTransport(this.time.scheduler(), this.time.nanos());

	private final List<ScriptedChannel> channels = new ArrayList<>();

	private int sent;

	@AfterEach
	void close() {
		this.transport.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 4, 8, 64 })
	void whenARequestIsRepeatableThenOneIsLostAndTheOthersAreClosed(int count) {
		forget(count, Duration.ofSeconds(20));
		assertLost(true);
		assertThat(this.sent).isEqualTo(1);
		assertThat(this.channels).noneMatch(ScriptedChannel::isOpen);
	}

	@ParameterizedTest
	@ValueSource(ints = { 4, 8, 64 })
	void whenARequestMustNotBeRepeatedThenItIsNotSentOnAnOlderConnection(int count) {
		forget(count, Duration.ofSeconds(2));
		// The attempt to open another connection is rejected here.
		assertThat(catchThrowableOfType(IOException.class, () -> this.transport.exchange("1", false)))
			.isInstanceOf(RequestNotSentException.class);
		assertThat(this.sent).isZero();
	}

	@ParameterizedTest
	@ValueSource(ints = { 4, 8, 64 })
	void whenARequestMustNotBeRepeatedAndAConnectionIsFreshThenItIsNotCalledUnsent(int count) {
		forget(count, Duration.ofMillis(1900));
		assertLost(false);
		assertThat(this.sent).isEqualTo(1);
		assertThat(this.channels).noneMatch(ScriptedChannel::isOpen);
	}

	@Test
	void whenConnectionsAreIdleForHalfAMinuteThenTheyAreClosed() {
		forget(8, Duration.ofSeconds(30));
		assertThat(this.channels).noneMatch(ScriptedChannel::isOpen);
	}

	private void forget(int count, Duration idle) {
		for (int i = 0; i < count; i++) {
			this.channels.add(this.transport.connect(new Forgotten()));
		}
		this.time.advance(idle);
	}

	private void assertLost(boolean repeatable) {
		assertThat(catchThrowableOfType(IOException.class, () -> this.transport.exchange("1", repeatable)))
			.isNotInstanceOf(RequestNotSentException.class)
			.hasMessage("no complete response within 10000 ms");
	}

	private final class Forgotten implements ScriptedChannel.Peer {

		@Override
		public int read(ScriptedChannel channel, ByteBuffer target) {
			if (channel.isBlocking()) {
				ForgottenConnectionTests.this.time.advance(ScriptedTransport.TIMEOUT);
			}
			return 0;
		}

		@Override
		public int write(ScriptedChannel channel, ByteBuffer source) {
			ForgottenConnectionTests.this.sent += StandardCharsets.ISO_8859_1.decode(source)
				.toString()
				.startsWith("POST") ? 1 : 0;
			return 1;
		}

	}

}
