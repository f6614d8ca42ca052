package io.github.connectapi.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/**
 * Looks up the addresses of hosts. A look-up cannot be interrupted, so there is one for
 * each host at a time, shared by all callers, on one of a limited number of threads.
 */
final class HostResolver {

	private static final int MAX_LOOKUPS = 4;

	/** IP addresses, for which no name server is asked. */
	private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

	private final HelperThreads threads;

	private final Lookup lookup;

	private final Semaphore permits = new Semaphore(MAX_LOOKUPS);

	private final Map<String, CompletableFuture<InetAddress[]>> pending = new ConcurrentHashMap<>();

	HostResolver(HelperThreads threads) {
		this(threads, InetAddress::getAllByName);
	}

	HostResolver(HelperThreads threads, Lookup lookup) {
		this.threads = threads;
		this.lookup = lookup;
	}

	/**
	 * Return the addresses of a host.
	 * @param host a name or an address
	 * @return at least one address
	 * @throws IOException if the host is unknown, or too many look-ups are pending
	 * @throws InterruptedException if the waiting thread is interrupted
	 */
	InetAddress[] resolve(String host) throws IOException, InterruptedException {
		if (ADDRESS.matcher(host).matches()) {
			return this.lookup.lookUp(host);
		}
		CompletableFuture<InetAddress[]> own = new CompletableFuture<>();
		CompletableFuture<InetAddress[]> addresses = this.pending.putIfAbsent(host, own);
		if (addresses == null) {
			addresses = own;
			start(host, own);
		}
		try {
			return addresses.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof IOException failure) {
				throw failure;
			}
			throw new IOException(ex.getCause());
		}
	}

	private void start(String host, CompletableFuture<InetAddress[]> result) throws IOException {
		boolean started = false;
		try {
			if (!this.permits.tryAcquire()) {
				throw new TransportException("%s look-ups of other hosts are pending".formatted(MAX_LOOKUPS));
			}
			try {
				this.threads.startPlatform(() -> lookUp(host, result));
				started = true;
			}
			finally {
				if (!started) {
					this.permits.release();
				}
			}
		}
		finally {
			if (!started) {
				this.pending.remove(host, result);
				result.completeExceptionally(new TransportException("the look-up of the host could not be started"));
			}
		}
	}

	private void lookUp(String host, CompletableFuture<InetAddress[]> result) {
		try {
			InetAddress[] addresses = this.lookup.lookUp(host);
			this.pending.remove(host, result);
			result.complete(addresses);
		}
		catch (Throwable ex) {
			this.pending.remove(host, result);
			result.completeExceptionally(ex);
		}
		finally {
			this.permits.release();
		}
	}

	/** Look-up of the addresses of a host, replaced by tests. */
	@FunctionalInterface
	interface Lookup {

		InetAddress[] lookUp(String host) throws IOException;

	}

}
