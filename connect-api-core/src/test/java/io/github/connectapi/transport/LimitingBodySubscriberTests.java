package io.github.connectapi.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Length of the collected body, and when reading ends.
 */
class LimitingBodySubscriberTests {

	private static final int LIMIT = 10;

	private final Subscription subscription = new Subscription();

	@ParameterizedTest
	@CsvSource({ "0", "3", "10", "11", "7000000000", "-1" })
	void whenABodyIsWithinTheLimitThenItIsCompleteForAnyContentLength(long contentLength) {
		LimitingBodySubscriber body = body(contentLength);
		body.onNext(List.of(bytes("abc"), bytes("")));
		body.onNext(List.of(bytes("defg"), bytes("hij")));
		assertThat(body.getBody().toCompletableFuture()).isNotDone();
		body.onComplete();
		assertThat(content(body)).isEqualTo("abcdefghij");
		assertThat(this.subscription.canceled).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "0", "3", "11", "7000000000" })
	void whenABodyExceedsTheLimitThenOneByteMoreThanTheLimitIsRead(long contentLength) {
		LimitingBodySubscriber body = body(contentLength);
		body.onNext(List.of(bytes("abcdefgh")));
		assertThat(this.subscription.canceled).isFalse();
		body.onNext(List.of(bytes("ijklm"), bytes("nop")));
		assertThat(this.subscription.canceled).isTrue();
		assertThat(content(body)).isEqualTo("abcdefghijk");
	}

	@Test
	void whenDataArrivesAfterTheEndThenItIsDiscarded() {
		LimitingBodySubscriber body = body(0);
		body.onNext(List.of(bytes("abcdefghijklm")));
		body.onNext(List.of(bytes("nop")));
		body.onComplete();
		assertThat(content(body)).isEqualTo("abcdefghijk");
	}

	@Test
	void whenTheContentLengthIsKnownThenTheBytesAreCopiedOnce() {
		LimitingBodySubscriber body = body(4);
		body.onNext(List.of(bytes("ab"), bytes("cd")));
		body.onComplete();
		byte[] first = body.getBody().toCompletableFuture().join();
		assertThat(first).hasSize(4).isSameAs(bufferOf(body));
	}

	@ParameterizedTest
	@CsvSource({ "65537", "5000000", "7000000000" })
	void whenTheContentLengthIsLargeThenTheBufferGrowsWithTheData(long contentLength) {
		LimitingBodySubscriber body = new LimitingBodySubscriber(5_000_000, contentLength, false);
		body.onSubscribe(this.subscription);
		assertThat((byte[]) bufferOf(body)).hasSize(64 * 1024);
		body.onNext(List.of(ByteBuffer.allocate(64 * 1024), ByteBuffer.allocate(1)));
		assertThat((byte[]) bufferOf(body)).hasSizeBetween(64 * 1024 + 1, 128 * 1024 + 2);
		body.onComplete();
		assertThat(body.getBody().toCompletableFuture().join()).hasSize(64 * 1024 + 1);
	}

	@Test
	void whenTheLastBodyOfAConnectionIsCompleteThenTheConnectionIsClosed() {
		LimitingBodySubscriber body = new LimitingBodySubscriber(LIMIT, 5, true);
		body.onSubscribe(this.subscription);
		body.onNext(List.of(bytes("abc")));
		assertThat(this.subscription.canceled).isFalse();
		body.onNext(List.of(bytes("de")));
		assertThat(this.subscription.canceled).isTrue();
		assertThat(content(body)).isEqualTo("abcde");
	}

	@ParameterizedTest
	@CsvSource({ "0", "11", "7000000000" })
	void whenTheLastBodyOfAConnectionHasNoLengthOrIsTooLongThenItIsReadNormally(long contentLength) {
		LimitingBodySubscriber body = new LimitingBodySubscriber(LIMIT, contentLength, true);
		body.onSubscribe(this.subscription);
		body.onNext(List.of(bytes("abcdefghij")));
		assertThat(this.subscription.canceled).isFalse();
		body.onNext(List.of(bytes("klm")));
		assertThat(content(body)).isEqualTo("abcdefghijk");
	}

	@Test
	void whenManySmallChunksArriveThenTheBufferDoubles() {
		LimitingBodySubscriber body = new LimitingBodySubscriber(1000, 0, false);
		body.onSubscribe(this.subscription);
		long buffers = Stream.generate(() -> bytes("a")).limit(500).map((piece) -> {
			body.onNext(List.of(piece));
			return System.identityHashCode(bufferOf(body));
		}).distinct().count();
		assertThat(buffers).isLessThan(12);
	}

	@Test
	void whenTheConnectionFailsThenTheBodyFails() {
		LimitingBodySubscriber body = body(0);
		body.onError(new IOException("reset"));
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> content(body))
			.withRootCauseInstanceOf(IOException.class);
	}

	@Test
	void whenSubscribedThenUnlimitedDataIsRequested() {
		body(0);
		assertThat(this.subscription.requested).isEqualTo(Long.MAX_VALUE);
	}

	private LimitingBodySubscriber body(long contentLength) {
		LimitingBodySubscriber body = new LimitingBodySubscriber(LIMIT, contentLength, false);
		body.onSubscribe(this.subscription);
		return body;
	}

	private static ByteBuffer bytes(String text) {
		return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
	}

	private static String content(LimitingBodySubscriber body) {
		return new String(body.getBody().toCompletableFuture().join(), StandardCharsets.US_ASCII);
	}

	private static Object bufferOf(LimitingBodySubscriber body) {
		return ReflectionTestUtils.getField(body, "bytes");
	}

	private static final class Subscription implements Flow.Subscription {

		private long requested;

		private boolean canceled;

		@Override
		public void request(long n) {
			this.requested += n;
		}

		@Override
		public void cancel() {
			this.canceled = true;
		}

	}

}
