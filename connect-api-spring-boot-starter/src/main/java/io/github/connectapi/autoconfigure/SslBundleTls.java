package io.github.connectapi.autoconfigure;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.core.log.LogMessage;

import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.transport.ConnectTls;

/**
 * Supplies the TLS settings of the last SSL bundle that can be used. The same object is
 * returned until there is another one, so that the client keeps its connections. While
 * one thread loads a changed bundle, which may block, the others get the previous
 * settings. A bundle that cannot be used is loaded again at most every ten seconds,
 * because its files may be repaired. Thread-safe.
 */
final class SslBundleTls implements Supplier<@Nullable ConnectTls> {

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(ConnectConnectionDetails.class);

	private static final long RETRY_NANOS = Duration.ofSeconds(10).toNanos();

	private final Supplier<@Nullable SslBundle> bundles;

	private final String name;

	private final ReloadFailures failures;

	private final LongSupplier nanoTime;

	private final ReentrantLock loading = new ReentrantLock();

	private volatile Loaded loaded;

	private @Nullable SslBundle unusable;

	private long unusableSince;

	/**
	 * Load the current bundle.
	 * @param bundles supplies the current bundle, or null for none
	 * @param name the name of the bundle in log lines
	 * @param failures the failures of changed bundles
	 * @param nanoTime a monotonic clock
	 * @throws UnusableBundleException if the bundle cannot be used
	 */
	SslBundleTls(Supplier<@Nullable SslBundle> bundles, String name, ReloadFailures failures, LongSupplier nanoTime) {
		this.bundles = bundles;
		this.name = name;
		this.failures = failures;
		this.nanoTime = nanoTime;
		this.loaded = Loaded.of(bundles.get());
	}

	@Override
	public @Nullable ConnectTls get() {
		if (this.loading.tryLock()) {
			try {
				reload();
			}
			catch (UnusableBundleException ex) {
				failed(String.valueOf(ex.getMessage()));
			}
			catch (RuntimeException ex) {
				failed(String.valueOf(UnusableBundleException.of(ex).getMessage()));
			}
			finally {
				this.loading.unlock();
			}
		}
		return this.loaded.tls;
	}

	private void reload() {
		SslBundle current = this.bundles.get();
		boolean changed = current != this.loaded.bundle;
		if (changed && current == null) {
			// The trust store of the JVM would accept other servers than the bundle did.
			throw new UnusableBundleException("(it was removed)", null);
		}
		if (changed && current == this.unusable && this.nanoTime.getAsLong() - this.unusableSince < RETRY_NANOS) {
			return;
		}
		if (changed) {
			this.unusable = current;
			this.unusableSince = this.nanoTime.getAsLong();
			BundleConverter.requireValidKeys(current);
			this.loaded = Loaded.of(current);
			this.unusable = null;
		}
		if (this.failures.setTls(null) || changed) {
			logger.info(LogMessage
				.format("SSL bundle '%s' was updated. The next exchange with the Connect API uses it.", this.name));
		}
	}

	private void failed(String reason) {
		if (this.failures.setTls("The SSL bundle cannot be used %s".formatted(reason))) {
			logger.error(LogMessage.format(
					"SSL bundle '%s' was changed and cannot be used. The previous one remains in use: %s", this.name,
					reason));
		}
	}

	private record Loaded(@Nullable SslBundle bundle, @Nullable ConnectTls tls) {

		static Loaded of(@Nullable SslBundle bundle) {
			return new Loaded(bundle, (bundle != null) ? BundleConverter.convert(bundle) : null);
		}

	}

}
