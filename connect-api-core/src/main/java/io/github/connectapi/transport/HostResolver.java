package io.github.connectapi.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * Looks up the addresses of hosts. A look-up cannot be interrupted, so there is one for
 * each host at a time, shared by all callers. The others wait for a thread.
 */
final class HostResolver {

	/** IP addresses, for which no name server is asked. */
	private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

	private final ExecutorService executor;

	private final Lookup lookup;

	private final Map<String, Future<InetAddress[]>> pending = new ConcurrentHashMap<>();

	HostResolver(ExecutorService executor, Lookup lookup) {
		this.executor = executor;
		this.lookup = lookup;
	}

	/**
	 * Return the addresses of a host.
	 * @param host a name or an address
	 * @return at least one address
	 * @throws IOException if the host is unknown
	 * @throws InterruptedException if the waiting thread is interrupted
	 * @throws ExecutionException if the look-up failed in another way
	 */
	List<InetAddress> resolve(String host) throws IOException, InterruptedException, ExecutionException {
		if (ADDRESS.matcher(host).matches()) {
			return List.of(this.lookup.lookUp(host));
		}
		try {
			return List.of(this.pending.computeIfAbsent(host, this::start).get());
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof IOException failure) {
				throw failure;
			}
			throw ex;
		}
	}

	private Future<InetAddress[]> start(String host) {
		return this.executor.submit(() -> {
			try {
				return this.lookup.lookUp(host);
			}
			finally {
				this.pending.remove(host);
			}
		});
	}

	/** Look-up of the addresses of a host, replaced by tests. */
	@FunctionalInterface
	interface Lookup {

		InetAddress[] lookUp(String host) throws IOException;

	}

}
