package io.github.connectapi.acquisition;

import org.jspecify.annotations.Nullable;

/**
 * A task with its state, which the lock of its pool guards.
 */
final class PoolTask implements AcquisitionPool.Ticket {

	private final TaskPool pool;

	private final long number;

	private final AcquisitionKind kind;

	private final @Nullable ExchangeRequest request;

	private final AcquisitionTask task;

	private @Nullable Permit permit;

	private @Nullable Thread thread;

	private volatile boolean started;

	private boolean abandoned;

	/**
	 * Create a task.
	 * @param number the number in the order of arrival
	 * @param request what the gate has to know; null if it does not decide
	 */
	PoolTask(TaskPool pool, long number, AcquisitionKind kind, @Nullable ExchangeRequest request,
			AcquisitionTask task) {
		this.pool = pool;
		this.number = number;
		this.kind = kind;
		this.request = request;
		this.task = task;
	}

	long number() {
		return this.number;
	}

	AcquisitionKind kind() {
		return this.kind;
	}

	@Nullable ExchangeRequest request() {
		return this.request;
	}

	AcquisitionTask task() {
		return this.task;
	}

	void start(Thread thread, @Nullable Permit permit) {
		this.thread = thread;
		this.permit = permit;
		this.started = true;
	}

	void end() {
		this.thread = null;
	}

	/** Return the thread on which it runs; null if it does not run. */
	@Nullable Thread thread() {
		return this.thread;
	}

	/** Return its permit, which is only returned once; null if there is none. */
	@Nullable Permit takePermit() {
		Permit current = this.permit;
		this.permit = null;
		return current;
	}

	boolean isAbandoned() {
		return this.abandoned;
	}

	void setAbandoned() {
		this.abandoned = true;
	}

	@Override
	public boolean cancel() {
		return this.pool.cancel(this);
	}

	@Override
	public boolean isStarted() {
		return this.started;
	}

	@Override
	public void abandon() {
		this.pool.abandon(this);
	}

}
