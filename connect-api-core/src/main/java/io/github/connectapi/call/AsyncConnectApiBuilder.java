package io.github.connectapi.call;

import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Builder for an {@link AsyncConnectApi}. Not thread-safe.
 */
public final class AsyncConnectApiBuilder {

	private static final int MAX_CONCURRENT_CALLS = 100_000;

	final ConnectApi connect;

	int maxConcurrentCalls = 16;

	@Nullable Executor executor;

	AsyncConnectApiBuilder(ConnectApi connect) {
		this.connect = connect;
	}

	/**
	 * Set how many calls may be in progress at once. Further calls are refused. Before
	 * Java 21, each call in progress needs a platform thread.
	 * @param calls a number from 1 to 100,000; 16 if not set
	 * @return this builder
	 */
	public AsyncConnectApiBuilder maxConcurrentCalls(int calls) {
		Assert.isTrue(calls > 0 && calls <= MAX_CONCURRENT_CALLS,
				"The maximum number of concurrent calls must be between 1 and 100000");
		this.maxConcurrentCalls = calls;
		return this;
	}

	/**
	 * Set the executor of the calls. A call that it has not started yet is in progress,
	 * too. If it rejects a call, the call is refused.
	 * @param executor the executor, which is not shut down; if null or not set, virtual
	 * threads, or platform threads before Java 21
	 * @return this builder
	 */
	public AsyncConnectApiBuilder executor(@Nullable Executor executor) {
		this.executor = executor;
		return this;
	}

	/**
	 * Build the {@code AsyncConnectApi}. No thread is started before the first call.
	 * @return the {@code AsyncConnectApi}
	 */
	public AsyncConnectApi build() {
		return new DefaultAsyncConnectApi(this);
	}

}
