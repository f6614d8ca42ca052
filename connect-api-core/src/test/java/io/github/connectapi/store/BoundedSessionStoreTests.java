package io.github.connectapi.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;

/**
 * Tests for {@link BoundedSessionStore}.
 */
@Timeout(10)
class BoundedSessionStoreTests {

	private static final Duration SHORT = Duration.ofMillis(50);

	private static final Duration LONG = Duration.ofSeconds(30);

	private final CountDownLatch end = new CountDownLatch(1);

	private final SessionStore hanging = mock();

	@AfterEach
	void endHangingOperations() {
		this.end.countDown();
	}

	@Test
	void whenStoreRespondsThenReturnsItsResult() {
		try (BoundedSessionStore store = bounded(new InMemorySessionStore(InstantSource.system()), LONG, LONG)) {
			assertThat(store.read("a").isWon()).isTrue();
			assertThat(store.extend("a", "me", LONG).outcome()).isEqualTo(StoreResult.Outcome.LOST);
		}
	}

	@Test
	void whenStoreDoesNotRespondThenOutcomeIsUnknown() {
		givenHangingRead();
		try (BoundedSessionStore store = bounded(this.hanging, SHORT, LONG)) {
			StoreResult result = store.read("a");
			assertThat(result.outcome()).isEqualTo(StoreResult.Outcome.UNKNOWN);
			assertThat(result.cause().orElseThrow()).hasMessage("The store did not respond within 50 ms");
			assertThat(result.remedy()).hasValueSatisfying((remedy) -> assertThat(remedy).contains("50 ms", "timeout"));
		}
	}

	@Test
	void whenStoreHasRespondedThenFurtherOperationsHaveLessTime() {
		given(this.hanging.release(any(), any())).willReturn(StoreResult.won(null, 1));
		givenHangingRead();
		try (BoundedSessionStore store = bounded(this.hanging, LONG, SHORT)) {
			store.release("a", "me");
			assertThat(store.read("a").outcome()).isEqualTo(StoreResult.Outcome.UNKNOWN);
		}
	}

	@Test
	void whenAllThreadsHangThenSendsNothing() {
		givenHangingRead();
		// Long enough for each thread to start on a busy machine.
		Duration timeout = SHORT.multipliedBy(6);
		try (BoundedSessionStore store = bounded(this.hanging, timeout, timeout)) {
			for (int i = 0; i < 4; i++) {
				assertThat(store.read("a").outcome()).isEqualTo(StoreResult.Outcome.UNKNOWN);
			}
			StoreResult result = store.read("a");
			assertThat(result.outcome()).isEqualTo(StoreResult.Outcome.UNAVAILABLE);
			assertThat(result.remedy())
				.hasValueSatisfying((remedy) -> assertThat(remedy).contains("former operations"));
		}
	}

	@Test
	void whenStoreThrowsThenOutcomeIsUnknown() {
		given(this.hanging.read(any())).willThrow(new IllegalStateException("broken"));
		try (BoundedSessionStore store = bounded(this.hanging, LONG, LONG)) {
			StoreResult result = store.read("a");
			assertThat(result.outcome()).isEqualTo(StoreResult.Outcome.UNKNOWN);
			assertThat(result.cause().orElseThrow()).hasMessage("broken");
		}
	}

	@Test
	void whenCallerIsInterruptedThenOutcomeIsUnknown() {
		givenHangingRead();
		try (BoundedSessionStore store = bounded(this.hanging, LONG, LONG)) {
			Thread.currentThread().interrupt();
			assertThat(store.read("a").outcome()).isEqualTo(StoreResult.Outcome.UNKNOWN);
			assertThat(Thread.interrupted()).isTrue();
		}
	}

	@Test
	void whenClosedThenSendsNothing() {
		BoundedSessionStore store = bounded(this.hanging, LONG, LONG);
		store.close();
		assertThat(store.read("a").outcome()).isEqualTo(StoreResult.Outcome.UNAVAILABLE);
	}

	@Test
	void whenStoreIsConnectedThenTheFirstOperationWaitsForIt() {
		AtomicInteger concurrent = new AtomicInteger();
		given(this.hanging.read(any())).willAnswer((invocation) -> {
			boolean first = concurrent.incrementAndGet() == 1;
			Thread.sleep(invocation.getArgument(0).equals("a") ? 0 : 200);
			concurrent.decrementAndGet();
			return StoreResult.won(null, first ? 1 : 2);
		});
		try (BoundedSessionStore store = bounded(this.hanging, LONG, LONG)) {
			store.connect();
			then(this.hanging).should(timeout(5000)).read(any());
			assertThat(store.read("a").storeMillis()).isOne();
		}
	}

	@Test
	void whenConnectingHangsThenTheFirstOperationWaitsUntilItsTimeout() {
		givenHangingRead();
		given(this.hanging.release(any(), any())).willReturn(StoreResult.won(null, 1));
		// Enough for the second operation on a busy machine.
		Duration timeout = Duration.ofMillis(500);
		try (BoundedSessionStore store = bounded(this.hanging, timeout, timeout)) {
			store.connect();
			StoreResult result = store.release("a", "me");
			assertThat(result.cause().orElseThrow()).hasMessage("The store did not respond within 500 ms");
			assertThat(store.release("a", "me").isWon()).isTrue();
			then(this.hanging).should().release("a", "me");
		}
	}

	@Test
	void whenConnectingFailsThenTheFirstOperationIsSent() {
		given(this.hanging.read("none")).willThrow(new IllegalStateException("broken"));
		given(this.hanging.read("a")).willReturn(StoreResult.won(null, 1));
		try (BoundedSessionStore store = bounded(this.hanging, LONG, LONG)) {
			store.connect();
			assertThat(store.read("a").isWon()).isTrue();
		}
	}

	@Test
	void whenClosedThenConnectsNoMore() {
		BoundedSessionStore store = bounded(this.hanging, LONG, LONG);
		store.close();
		store.connect();
		then(this.hanging).shouldHaveNoInteractions();
	}

	// Ignores its interrupt, like a driver that waits for a socket.
	private void givenHangingRead() {
		willAnswer((invocation) -> {
			while (true) {
				try {
					return this.end.await(20, TimeUnit.SECONDS) ? StoreResult.won(null, 1) : null;
				}
				catch (InterruptedException ex) {
					// Continue to wait.
				}
			}
		}).given(this.hanging).read(any());
	}

	private static BoundedSessionStore bounded(SessionStore store, Duration connectTimeout, Duration timeout) {
		return new BoundedSessionStore(store, connectTimeout, timeout, 4, null);
	}

}
