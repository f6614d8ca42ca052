package io.github.connectapi.samples.picturesearch.purchase;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Runs jobs in the background, one for a purchase at a time.
 */
@Component
class RunningJobs {

	private static final Logger logger = LoggerFactory.getLogger(RunningJobs.class);

	private final Map<UUID, Progress> running = new ConcurrentHashMap<>();

	private final AsyncTaskExecutor executor;

	RunningJobs(AsyncTaskExecutor purchaseExecutor) {
		this.executor = purchaseExecutor;
	}

	boolean contains(UUID id) {
		return this.running.containsKey(id);
	}

	Progress progress(UUID id) {
		return this.running.getOrDefault(id, Progress.NONE);
	}

	/**
	 * Choose and start a job, unless there is one for this purchase.
	 * @param choice returns the job, which receives a listener for its progress
	 * @throws org.springframework.core.task.TaskRejectedException if there are too many
	 */
	void run(UUID id, Supplier<Optional<Consumer<Consumer<Progress>>>> choice) {
		if (this.running.putIfAbsent(id, Progress.NONE) != null) {
			return;
		}
		boolean started = false;
		try {
			Optional<Consumer<Consumer<Progress>>> job = choice.get();
			if (job.isPresent()) {
				this.executor.execute(() -> runToEnd(id, job.get()));
				started = true;
			}
		}
		finally {
			if (!started) {
				this.running.remove(id);
			}
		}
	}

	private void runToEnd(UUID id, Consumer<Consumer<Progress>> job) {
		try {
			job.accept((progress) -> this.running.put(id, progress));
		}
		catch (RuntimeException ex) {
			logger.error("Purchase {} ended unexpectedly", id, ex);
		}
		finally {
			this.running.remove(id);
		}
	}

}
