package io.github.connectapi.retry;

import org.springframework.retry.RetryContext;
import org.springframework.retry.policy.SimpleRetryPolicy;

import io.github.connectapi.ConnectApiException;

/**
 * Retry policy that retries only transient failures.
 */
final class TransientFailurePolicy extends SimpleRetryPolicy {

	TransientFailurePolicy(int maxAttempts) {
		super(maxAttempts);
	}

	@Override
	public boolean canRetry(RetryContext context) {
		Throwable last = context.getLastThrowable();
		boolean isTransient = last == null || (last instanceof ConnectApiException failure && failure.isTransient());
		return isTransient && context.getRetryCount() < getMaxAttempts();
	}

}
