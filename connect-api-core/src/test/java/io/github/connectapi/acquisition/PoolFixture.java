package io.github.connectapi.acquisition;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.test.time.ManualTime;

import static org.awaitility.Awaitility.await;

/**
 * A pool with real threads whose clock and timer are manual. The system "system" has been
 * accepted.
 */
final class PoolFixture implements AutoCloseable {

	final ManualTime time = ManualTime.create();

	final GateFixture gate = new GateFixture(this.time);

	final AcquisitionPool pool;

	private final List<RecordingTask> blocking = new ArrayList<>();

	PoolFixture(int threads, int maxQueued, int loginsPerSecond) {
		this(threads, maxQueued, loginsPerSecond, null);
	}

	PoolFixture(int threads, int maxQueued, int loginsPerSecond, @Nullable ScheduledExecutorService timer) {
		this.pool = new AcquisitionPool(new AcquisitionPoolSettings(threads, maxQueued, loginsPerSecond),
				this.gate.gate, this.time.nanos(), (timer != null) ? timer : this.time.scheduler(), null);
		this.gate.accept();
	}

	AcquisitionPool.Ticket execute(AcquisitionKind kind, String user, AcquisitionTask task) {
		return execute(kind, user, "system", task);
	}

	AcquisitionPool.Ticket execute(AcquisitionKind kind, String user, String systemId, AcquisitionTask task) {
		return this.pool.execute(kind, user, GateFixture.credentials(systemId, "one", user), task);
	}

	/** Start tasks that block, which are released at the end of the test. */
	List<RecordingTask> block(AcquisitionKind kind, int count) throws InterruptedException {
		List<RecordingTask> tasks = IntStream.range(0, count).mapToObj((i) -> RecordingTask.blocking()).toList();
		for (RecordingTask task : tasks) {
			execute(kind, "blocking", task);
			this.blocking.add(task);
		}
		for (RecordingTask task : tasks) {
			task.awaitStart();
		}
		return tasks;
	}

	/** Wait until no task runs. */
	void awaitIdle() {
		await().until(() -> this.pool.running() == 0);
	}

	@Override
	public void close() {
		this.blocking.forEach((task) -> task.release(null));
		this.pool.close();
	}

}
