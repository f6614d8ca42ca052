package io.github.connectapi.acquisition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.UnexpectedFailures;

/**
 * Bounded threads with an ordered queue, for one stage of acquisitions. The threads take
 * the next task that may start. Thread-safe.
 */
final class TaskPool {

	/** Of each pool; each of them may keep a thread for ever. */
	static final int MAX_ABANDONED = 16;

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog
		.of("io.github.connectapi.user.ConnectSessions");

	/** How many tasks are refused while the lock is taken. */
	private static final int MAX_REFUSALS = 100;

	private static final long KEEP_ALIVE = Duration.ofSeconds(5).toNanos();

	private static final Duration ABANDONED_DELAY = Duration.ofSeconds(1);

	private final Limits limits;

	private final @Nullable AcquisitionGate gate;

	private final @Nullable RateLimit rate;

	private final LongSupplier nanoTime;

	private final ScheduledExecutorService timer;

	private final ThreadFactory threadFactory;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition available = this.lock.newCondition();

	private final Condition threadEnded = this.lock.newCondition();

	private final TaskQueue queue = new TaskQueue();

	private final RateLimit logged = new RateLimit(MAX_ABANDONED, Duration.ofMinutes(1));

	/** The running tasks, abandoned ones included. */
	private final Set<PoolTask> running = new HashSet<>();

	private long number;

	/** The threads that run or wait, without those of abandoned tasks. */
	private int threads;

	/** The threads that wait for a task. */
	private int idle;

	/** The running tasks that repeat failed ones, without abandoned ones. */
	private int retries;

	private int abandoned;

	private boolean loginCheck;

	private boolean parkedCheck;

	private boolean closed;

	/**
	 * Create a pool.
	 * @param limits the limits
	 * @param gate decides whether a task may start; null if all may
	 * @param rate the rate of logins; null if it is not limited
	 * @param nanoTime the monotonic clock
	 * @param timer runs short tasks at a later time
	 * @param threadFactory creates the threads
	 */
	TaskPool(Limits limits, @Nullable AcquisitionGate gate, @Nullable RateLimit rate, LongSupplier nanoTime,
			ScheduledExecutorService timer, ThreadFactory threadFactory) {
		this.limits = limits;
		this.gate = gate;
		this.rate = rate;
		this.nanoTime = nanoTime;
		this.timer = timer;
		this.threadFactory = threadFactory;
	}

	PoolTask submit(AcquisitionKind kind, @Nullable ExchangeRequest request, AcquisitionTask task) {
		List<Refusal> refusals = new ArrayList<>();
		try {
			return submit(kind, request, task, refusals);
		}
		finally {
			refusals.forEach(Refusal::execute);
		}
	}

	private PoolTask submit(AcquisitionKind kind, @Nullable ExchangeRequest request, AcquisitionTask task,
			List<Refusal> refusals) {
		this.lock.lock();
		try {
			PoolTask added = new PoolTask(this, this.number++, kind, request, task);
			ConnectApiException failure = refusal(added);
			if (failure == null) {
				failure = enqueue(added, refusals);
			}
			if (failure != null) {
				refusals.add(new Refusal(added, failure));
			}
			return added;
		}
		finally {
			this.lock.unlock();
		}
	}

	private @Nullable ConnectApiException refusal(PoolTask added) {
		if (this.closed) {
			return PoolFailures.closed();
		}
		if (this.gate == null && added.kind().isRetry() && this.abandoned >= MAX_ABANDONED) {
			return PoolFailures.blocked(this.abandoned);
		}
		ExchangeRequest request = added.request();
		return (this.gate != null && request != null) ? this.gate.refusalOf(request) : null;
	}

	/** Return why the task cannot wait; null if it does. */
	private @Nullable ConnectApiException enqueue(PoolTask added, List<Refusal> refusals) {
		if (added.kind() != AcquisitionKind.RENEWAL && this.queue.limited() >= this.limits.maxQueued()) {
			PoolTask displaced = added.kind().isRetry() ? null : this.queue.lastRetry();
			if (displaced == null) {
				return PoolFailures.full(this.limits.maxQueued());
			}
			this.queue.remove(displaced);
			refusals.add(new Refusal(displaced, PoolFailures.full(this.limits.maxQueued())));
		}
		this.queue.add(added);
		try {
			addThread();
		}
		catch (RuntimeException | Error ex) {
			if (this.threads == 0 || !UnexpectedFailures.isThreadShortage(ex)) {
				this.queue.remove(added);
				if (!UnexpectedFailures.isThreadShortage(ex)) {
					throw ex;
				}
				return PoolFailures.noThread(ex);
			}
		}
		return null;
	}

	/** Let an idle thread or another one look for a task. */
	private void addThread() {
		if (this.idle > 0) {
			this.available.signal();
		}
		else if (this.threads < this.limits.maxThreads()) {
			Thread thread = this.threadFactory.newThread(this::work);
			this.threads++;
			boolean started = false;
			try {
				thread.start();
				started = true;
			}
			finally {
				this.threads -= started ? 0 : 1;
			}
		}
	}

	private void work() {
		boolean counted = true;
		try {
			while (counted) {
				Batch batch = take();
				batch.refusals().forEach(Refusal::execute);
				counted = (batch.next() != null) ? run(batch.next()) : !batch.ends();
			}
		}
		finally {
			if (counted) {
				endThread();
			}
		}
	}

	private void endThread() {
		this.lock.lock();
		try {
			this.threads--;
			this.threadEnded.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Wait for a task that may start, for tasks to refuse, or for the end. */
	private Batch take() {
		List<Refusal> refusals = new ArrayList<>();
		long remaining = KEEP_ALIVE;
		this.lock.lock();
		try {
			while (true) {
				PoolTask next = this.closed ? null : poll(refusals);
				if (next == null && refusals.isEmpty() && (this.closed || remaining <= 0)) {
					this.threads--;
					this.threadEnded.signalAll();
					return new Batch(null, refusals, true);
				}
				if (next != null || !refusals.isEmpty()) {
					if (this.queue.startable() > 0) {
						UnexpectedFailures.ignore(this::addThread);
					}
					return new Batch(next, refusals, false);
				}
				this.idle++;
				try {
					remaining = this.available.awaitNanos(remaining);
				}
				catch (InterruptedException ex) {
					// Meant for a task that has ended.
				}
				finally {
					this.idle--;
				}
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Return the next task after it has started; null if none may start. */
	private @Nullable PoolTask poll(List<Refusal> refusals) {
		boolean logins = mayLogin();
		while (refusals.size() < MAX_REFUSALS) {
			PoolTask first = this.queue.first(logins, this.retries < this.limits.maxRetries());
			if (first == null || start(first, refusals)) {
				return first;
			}
		}
		return null;
	}

	private boolean mayLogin() {
		long delay = (this.rate != null) ? this.rate.delay(this.nanoTime.getAsLong()) : 0;
		if (delay > 0 && this.queue.hasLogins() && !this.loginCheck) {
			this.loginCheck = schedule(this::checkLogins, delay);
		}
		return delay == 0;
	}

	private boolean start(PoolTask task, List<Refusal> refusals) {
		ExchangeRequest request = task.request();
		Permit permit = null;
		if (this.gate != null && request != null) {
			AcquisitionGate.Decision decision = this.gate.decide(request);
			permit = decision.permit();
			if (decision.refusal() != null) {
				this.queue.remove(task);
				refusals.add(new Refusal(task, this.gate.exception(decision.refusal())));
				return false;
			}
			if (permit == null) {
				park(task);
				return false;
			}
		}
		this.queue.remove(task);
		this.running.add(task);
		this.retries += task.kind().isRetry() ? 1 : 0;
		if (this.rate != null && task.kind().isLogin()) {
			this.rate.record(this.nanoTime.getAsLong());
		}
		task.start(Thread.currentThread(), permit);
		return true;
	}

	// Examined later as well, because the other one may hang.
	private void park(PoolTask task) {
		this.queue.park(task);
		if (!this.parkedCheck) {
			this.parkedCheck = schedule(this::checkParked, SystemBackoff.MAX_FIRST_LOGIN.toNanos());
		}
	}

	@SuppressWarnings("FutureReturnValueIgnored")
	private boolean schedule(Runnable check, long delayNanos) {
		try {
			this.timer.schedule(check, delayNanos, TimeUnit.NANOSECONDS);
			return true;
		}
		catch (RuntimeException | Error ex) {
			// The next task that is submitted or ends has the same effect.
			return false;
		}
	}

	private void checkLogins() {
		this.lock.lock();
		try {
			this.loginCheck = false;
			UnexpectedFailures.ignore(this::addThread);
		}
		finally {
			this.lock.unlock();
		}
	}

	private void checkParked() {
		this.lock.lock();
		try {
			this.parkedCheck = false;
		}
		finally {
			this.lock.unlock();
		}
		unpark(true);
	}

	/** Examine parked tasks again if they waited for the task that has ended. */
	private void unpark(boolean awaited) {
		this.lock.lock();
		try {
			if (this.queue.hasParked() && (awaited || this.running.isEmpty())) {
				this.queue.unpark();
				UnexpectedFailures.ignore(this::addThread);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Return whether the thread still belongs to the pool. */
	private boolean run(PoolTask task) {
		ConnectApiException failure = null;
		boolean returned = false;
		try {
			failure = task.task().run();
			returned = true;
		}
		catch (Throwable ex) {
			// The task reports its failures.
		}
		// A pooled thread must not keep an interrupt that was meant for this task.
		Thread.interrupted();
		Permit permit = takePermit(task);
		boolean awaited = false;
		if (this.gate != null && permit != null) {
			awaited = returned ? this.gate.ended(permit, failure) : this.gate.abandoned(permit);
		}
		boolean belongs = end(task);
		unpark(awaited);
		return belongs;
	}

	private @Nullable Permit takePermit(PoolTask task) {
		this.lock.lock();
		try {
			return task.takePermit();
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean end(PoolTask task) {
		this.lock.lock();
		try {
			this.running.remove(task);
			task.end();
			this.threadEnded.signalAll();
			if (!task.isAbandoned()) {
				this.retries -= task.kind().isRetry() ? 1 : 0;
				return true;
			}
			this.abandoned--;
			boolean belongs = this.threads < this.limits.maxThreads();
			this.threads += belongs ? 1 : 0;
			return belongs;
		}
		finally {
			this.lock.unlock();
		}
	}

	boolean cancel(PoolTask task) {
		this.lock.lock();
		try {
			return this.queue.remove(task);
		}
		finally {
			this.lock.unlock();
		}
	}

	void abandon(PoolTask task) {
		Permit permit;
		this.lock.lock();
		try {
			if (task.thread() == null || task.isAbandoned()) {
				return;
			}
			permit = task.takePermit();
			if (this.abandoned < MAX_ABANDONED) {
				task.setAbandoned();
				this.abandoned++;
				this.threads--;
				this.retries -= task.kind().isRetry() ? 1 : 0;
				UnexpectedFailures.ignore(this::addThread);
			}
		}
		finally {
			this.lock.unlock();
		}
		if (this.gate != null && permit != null) {
			unpark(this.gate.abandoned(permit));
		}
		schedule(() -> logAbandoned(task), ABANDONED_DELAY.toNanos());
	}

	private void logAbandoned(PoolTask task) {
		Thread thread;
		int count;
		this.lock.lock();
		try {
			long now = this.nanoTime.getAsLong();
			thread = task.thread();
			count = this.abandoned;
			if (thread == null || this.logged.delay(now) > 0) {
				return;
			}
			this.logged.record(now);
		}
		finally {
			this.lock.unlock();
		}
		logger.warn(LogMessage.format(
				"Connect acquisition of a user ignores its interrupt; repair the code in which its thread runs: thread=%s in=\"%s\" abandoned=%s",
				thread.getName(), this.limits.place(), count));
	}

	/** Count a login that was not submitted. */
	void countLogin() {
		this.lock.lock();
		try {
			if (this.rate != null) {
				this.rate.record(this.nanoTime.getAsLong());
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	int queued() {
		this.lock.lock();
		try {
			return this.queue.size();
		}
		finally {
			this.lock.unlock();
		}
	}

	int running() {
		this.lock.lock();
		try {
			return this.running.size() - this.abandoned;
		}
		finally {
			this.lock.unlock();
		}
	}

	int abandoned() {
		this.lock.lock();
		try {
			return this.abandoned;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Refuse waiting tasks, and interrupt running ones. */
	void close() {
		List<PoolTask> waiting;
		this.lock.lock();
		try {
			this.closed = true;
			waiting = this.queue.removeAll();
			this.running.stream()
				.map(PoolTask::thread)
				.filter((thread) -> thread != null && thread != Thread.currentThread())
				.forEach((thread) -> Objects.requireNonNull(thread).interrupt());
			this.available.signalAll();
		}
		finally {
			this.lock.unlock();
		}
		waiting.forEach((task) -> new Refusal(task, PoolFailures.closed()).execute());
	}

	/**
	 * Wait for the end of all threads but the current one, and log those that still run.
	 * @return the remaining time
	 */
	long awaitEnd(long nanos) throws InterruptedException {
		long remaining = nanos;
		this.lock.lock();
		try {
			while (remaining > 0 && others() > 0) {
				remaining = this.threadEnded.awaitNanos(remaining);
			}
			return remaining;
		}
		finally {
			this.lock.unlock();
		}
	}

	private int others() {
		boolean own = this.running.stream().anyMatch((task) -> task.thread() == Thread.currentThread());
		return this.threads + this.abandoned - (own ? 1 : 0);
	}

	/** Log the threads that still run after a close. */
	void logRemaining() {
		List<String> names;
		this.lock.lock();
		try {
			names = this.running.stream()
				.map(PoolTask::thread)
				.filter((thread) -> thread != null && thread != Thread.currentThread())
				.map((thread) -> Objects.requireNonNull(thread).getName())
				.sorted()
				.toList();
		}
		finally {
			this.lock.unlock();
		}
		names.forEach((name) -> logger.warn(LogMessage.format(
				"Connect sessions closed, but a thread still runs: thread=%s in=\"%s\"", name, this.limits.place())));
	}

	/**
	 * Limits of a pool.
	 *
	 * @param maxThreads the maximum number of threads, without those of abandoned tasks
	 * @param maxRetries how many of them may repeat failed acquisitions
	 * @param maxQueued how many tasks may wait, without renewals
	 * @param place where tasks run, for the log
	 */
	record Limits(int maxThreads, int maxRetries, int maxQueued, String place) {
	}

	/**
	 * What a thread has to do.
	 *
	 * @param next the task to run; null if there is none
	 * @param refusals tasks to refuse
	 * @param ends whether the thread ends
	 */
	private record Batch(@Nullable PoolTask next, List<Refusal> refusals, boolean ends) {
	}

	/**
	 * A task that cannot start.
	 *
	 * @param task the task
	 * @param failure why it cannot
	 */
	private record Refusal(PoolTask task, ConnectApiException failure) {

		void execute() {
			UnexpectedFailures.ignore(() -> this.task.task().refuse(this.failure));
		}

	}

}
