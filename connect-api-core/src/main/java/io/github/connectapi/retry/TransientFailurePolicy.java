package io.github.connectapi.retry;

import java.util.function.Predicate;

import org.springframework.retry.RetryContext;
import org.springframework.retry.policy.SimpleRetryPolicy;

import io.github.connectapi.ConnectApiException;

/**
 * Retry policy that retries only transient failures, and only those that permit it.
 */
final class TransientFailurePolicy extends SimpleRetryPolicy {

	private final Predicate<ConnectApiException> repeatable;

	TransientFailurePolicy(int maxAttempts, Predicate<ConnectApiException> repeatable) {
		super(maxAttempts);
		this.repeatable = repeatable;
	}

	@Override
	public boolean canRetry(RetryContext context) {
		Throwable last = context.getLastThrowable();
		return last == null || (last instanceof ConnectApiException failure && failure.isTransient()
				&& context.getRetryCount() < getMaxAttempts() && this.repeatable.test(failure));
	}

}
