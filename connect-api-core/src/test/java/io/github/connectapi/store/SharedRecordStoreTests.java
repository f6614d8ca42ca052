package io.github.connectapi.store;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

/**
 * Tests for {@link SharedRecordStore}.
 */
class SharedRecordStoreTests {

	private static final StoreResult FAILURE = StoreResult.unknown(new IOException("Connection reset"));

	private static final StoreResult TIMEOUT = StoreResult.unknown(new TimeoutException("No response"));

	private static final StoreResult EMPTY = StoreResult.won(null, 1);

	private final SessionStore store = mock(SessionStore.class);

	private final SharedRecordStore records = new SharedRecordStore(this.store, SharedRecords.key(), "me",
			ManualTime.create().nanos());

	@AfterEach
	void clearInterrupt() {
		Thread.interrupted();
	}

	@Test
	void whenOneReadFailsThenReadsAgain() {
		given(this.store.read(any())).willReturn(FAILURE, EMPTY);
		assertThat(this.records.read().isWon()).isTrue();
	}

	@Test
	void whenBothReadsFailThenReturnsTheFailure() {
		given(this.store.read(any())).willReturn(FAILURE);
		assertThat(this.records.read().isResponse()).isFalse();
		then(this.store).should(times(2)).read(any());
	}

	@Test
	void whenReadTimesOutThenDoesNotReadAgain() {
		given(this.store.read(any())).willReturn(TIMEOUT, EMPTY);
		assertThat(this.records.read().isResponse()).isFalse();
		then(this.store).should().read(any());
	}

	@Test
	void whenInterruptedThenDoesNotReadAgain() {
		given(this.store.read(any())).willReturn(FAILURE, EMPTY);
		Thread.currentThread().interrupt();
		assertThat(this.records.read().isResponse()).isFalse();
		then(this.store).should().read(any());
	}

}
