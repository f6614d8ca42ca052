package io.github.connectapi.benchmarks.peer;

import java.time.Instant;

import software.amazon.awssdk.utils.cache.CachedSupplier;
import software.amazon.awssdk.utils.cache.NonBlocking;
import software.amazon.awssdk.utils.cache.RefreshResult;

import io.github.connectapi.ConnectSession;

/**
 * A {@link CachedSupplier} of the AWS SDK, which renews in the background.
 */
final class AwsCache implements TokenCache {

	private final CachedSupplier<ConnectSession> supplier;

	AwsCache(Server server, Times times) {
		this.supplier = CachedSupplier.builder(() -> fetch(server, times))
			.prefetchStrategy(new NonBlocking("benchmark"))
			.build();
	}

	private static RefreshResult<ConnectSession> fetch(Server server, Times times) {
		Instant sent = Instant.now();
		return RefreshResult.builder(server.issueSession())
			.prefetchTime(sent.plus(times.due()))
			.staleTime(sent.plus(times.usable()))
			.build();
	}

	@Override
	public Object get() {
		return this.supplier.get();
	}

	@Override
	public void close() {
		this.supplier.close();
	}

}
