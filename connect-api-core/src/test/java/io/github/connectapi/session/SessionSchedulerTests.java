package io.github.connectapi.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class SessionSchedulerTests {

	private final SessionScheduler scheduler = new SessionScheduler(System::nanoTime, InstantSource.system(), null,
			null, null);

	@AfterEach
	void close() {
		this.scheduler.close();
	}

	@Test
	void whenTwoAcquisitionsHangThenAnotherOneAndTheTimerRun() throws Exception {
		CyclicBarrier together = new CyclicBarrier(4);
		for (int task = 0; task < 3; task++) {
			this.scheduler.execute(() -> await(together));
		}
		CompletableFuture<Void> timer = new CompletableFuture<>();
		this.scheduler.setTimer(Duration.ZERO, () -> timer.complete(null));

		timer.join();
		together.await();
		assertThat(together.isBroken()).isFalse();
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await();
		}
		catch (InterruptedException | BrokenBarrierException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
