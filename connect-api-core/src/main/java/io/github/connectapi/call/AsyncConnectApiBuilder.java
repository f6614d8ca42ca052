package io.github.connectapi.call;

import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * Builder for an {@link AsyncConnectApi}. Not thread-safe.
 */
public final class AsyncConnectApiBuilder {

	final ConnectApi connect;

	int maxConcurrentCalls = 16;

	@Nullable Executor executor;

	@Nullable ClassLoader classLoader;

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
		this.maxConcurrentCalls = ConcurrentCalls.requireValid(calls);
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
	 * Set the context class loader of the threads. It is not used with an executor.
	 * @param classLoader the class loader; if null or not set, the context class loader
	 * of the thread that calls {@link #build()}
	 * @return this builder
	 */
	public AsyncConnectApiBuilder classLoader(@Nullable ClassLoader classLoader) {
		this.classLoader = classLoader;
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
