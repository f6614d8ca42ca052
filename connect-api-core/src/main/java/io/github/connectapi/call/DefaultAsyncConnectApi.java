package io.github.connectapi.call;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.util.ClassUtils;

import io.github.connectapi.ConnectCallRejectedException;
import io.github.connectapi.ConnectClosedException;
import io.github.connectapi.ConnectFailure;
import io.github.connectapi.ConnectThreadFactory;
import io.github.connectapi.operation.ConnectOperation;
import io.github.connectapi.operation.ConnectRequest;
import io.github.connectapi.operation.ConnectResponse;

/**
 * Default implementation of {@link AsyncConnectApi}: one task of an executor for each
 * call.
 */
final class DefaultAsyncConnectApi implements AsyncConnectApi {

	private static final String THREAD_NAME_PREFIX = "getty-connect-call-";

	private static final Duration KEEP_ALIVE = Duration.ofSeconds(1);

	private final ConnectApi connect;

	private final int maxConcurrentCalls;

	private final Semaphore permits;

	private final Set<AsyncCall<?>> calls = ConcurrentHashMap.newKeySet();

	private final Executor executor;

	/** The executor if it belongs to this object, or null. */
	private final @Nullable ExecutorService ownExecutor;

	private volatile boolean closed;

	DefaultAsyncConnectApi(AsyncConnectApiBuilder settings) {
		this.connect = settings.connect;
		this.maxConcurrentCalls = settings.maxConcurrentCalls;
		this.permits = new Semaphore(this.maxConcurrentCalls);
		if (settings.executor != null) {
			this.executor = settings.executor;
			this.ownExecutor = null;
		}
		else {
			ClassLoader loader = (settings.classLoader != null) ? settings.classLoader
					: ClassUtils.getDefaultClassLoader();
			this.ownExecutor = ConnectThreadFactory.virtual(THREAD_NAME_PREFIX, loader).newCachedPool(KEEP_ALIVE);
			this.executor = this.ownExecutor;
		}
	}

	@Override
	public <T> CompletionStage<ConnectResponse<T>> exchange(ConnectRequest request, Class<T> resultType) {
		return start(request.operation(), () -> this.connect.exchange(request, resultType));
	}

	@Override
	public <T> CompletionStage<ConnectResponse<T>> exchange(ConnectRequest request,
			ParameterizedTypeReference<T> resultType) {
		return start(request.operation(), () -> this.connect.exchange(request, resultType));
	}

	@Override
	public <T> CompletionStage<T> call(ConnectOperation operation, @Nullable Object request, Class<T> resultType) {
		return start(operation, () -> this.connect.call(operation, request, resultType));
	}

	@Override
	public void close() {
		this.closed = true;
		this.calls.forEach((call) -> call.interrupt(closedException()));
		if (this.ownExecutor != null) {
			this.ownExecutor.shutdown();
		}
	}

	private <R> CompletionStage<R> start(ConnectOperation operation, Supplier<R> blocking) {
		boolean permitted = this.permits.tryAcquire();
		AsyncCall<R> call = new AsyncCall<>(blocking, permitted ? this::release : (ended) -> {
		});
		if (this.closed) {
			call.reject(closedException());
		}
		else if (!permitted) {
			call.reject(new ConnectCallRejectedException(
					"%s was not sent: %s asynchronous calls are in progress. Increase maxConcurrentCalls or call less"
						.formatted(operation, this.maxConcurrentCalls),
					rejection(operation), null));
		}
		else {
			execute(operation, call);
		}
		return call.stage();
	}

	private void execute(ConnectOperation operation, AsyncCall<?> call) {
		this.calls.add(call);
		try {
			this.executor.execute(call);
		}
		catch (RuntimeException | Error ex) {
			// An error, too: if no thread can be started, the stage must still end.
			call.reject(this.closed ? closedException() : new ConnectCallRejectedException(
					"%s was not sent: the executor rejected it with %s".formatted(operation, ex.getClass().getName()),
					rejection(operation), ex));
		}
		if (this.closed) {
			call.interrupt(closedException());
		}
	}

	private void release(AsyncCall<?> call) {
		this.calls.remove(call);
		this.permits.release();
	}

	private static ConnectFailure rejection(ConnectOperation operation) {
		return ConnectFailure.transientFailure(operation.name(), null).withNotSent(true);
	}

	private static ConnectClosedException closedException() {
		return new ConnectClosedException("The asynchronous Connect API is closed",
				ConnectFailure.permanentFailure(null, null).withNotSent(true), null);
	}

}
