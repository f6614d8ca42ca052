package io.github.connectapi.client;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import com.sun.management.ThreadMXBean;

import io.github.connectapi.ConnectApiException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One call to one hostile server, with its duration, CPU time and memory use.
 */
final class MeasuredExchange implements AutoCloseable {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final Set<Thread> before = threads();

	private final HostileServer hostile;

	private final RawServer server;

	private final ConnectClient client;

	private Duration elapsed = Duration.ZERO;

	private Duration cpuTime = Duration.ZERO;

	private long allocated;

	MeasuredExchange(HostileServer hostile, Duration deadline) throws IOException {
		this.hostile = hostile;
		this.server = RawServer.start(hostile.script());
		this.client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl())).responseTimeout(deadline).build();
	}

	ConnectApiException call(SessionOperation operation) {
		long cpu = sum(THREADS::getThreadCpuTime);
		long bytes = sum(THREADS::getThreadAllocatedBytes);
		long start = System.nanoTime();
		ConnectApiException failure = ClientFixture.failure(this.client, operation);
		this.elapsed = Duration.ofNanos(System.nanoTime() - start);
		this.cpuTime = Duration.ofNanos(sum(THREADS::getThreadCpuTime) - cpu);
		this.allocated = sum(THREADS::getThreadAllocatedBytes) - bytes;
		Measurements.count("exchanges with hostile servers", 1);
		assertThat(failure).isExactlyInstanceOf(this.hostile.outcome().of(operation));
		assertThat(failure.isTransient()).isEqualTo(this.hostile.outcome() != HostileServer.Outcome.REJECTED);
		assertThat(failure.coordinationId()).isPresent();
		assertThat(this.server.connections()).isOne();
		assertThat(this.server.requests()).singleElement()
			.satisfies((request) -> assertThat(request.head()).startsWith("POST /v1/session/" + operation + " "));
		return failure;
	}

	Duration elapsed() {
		return this.elapsed;
	}

	/** Return the CPU time of the caller and of the threads of the client. */
	Duration cpuTime() {
		return this.cpuTime;
	}

	/** Return the memory allocated by those threads, including garbage. */
	long allocated() {
		return this.allocated;
	}

	long written() {
		return this.server.written();
	}

	@Override
	public void close() throws IOException {
		this.client.close();
		this.server.close();
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
		while (!left().isEmpty() && System.nanoTime() < end) {
			Thread.onSpinWait();
		}
		assertThat(left()).isEmpty();
	}

	private Set<Thread> left() {
		Set<Thread> left = threads();
		left.removeAll(this.before);
		left.removeIf((thread) -> !thread.getName().startsWith("getty-connect-http-"));
		return left;
	}

	private long sum(LongUnaryOperator ofThread) {
		return LongStream
			.concat(LongStream.of(Thread.currentThread().getId()),
					threads().stream().filter((thread) -> !this.before.contains(thread)).mapToLong(Thread::getId))
			.map(ofThread)
			.filter((value) -> value > 0)
			.sum();
	}

	/** Return the threads of the client and of the HTTP client of the JDK. */
	private static Set<Thread> threads() {
		ThreadGroup group = Thread.currentThread().getThreadGroup();
		Thread[] threads = new Thread[group.activeCount() + 100];
		return Arrays.stream(threads, 0, group.enumerate(threads))
			.filter((thread) -> thread.getName().startsWith("getty-connect-http-")
					|| thread.getName().startsWith("HttpClient-"))
			.collect(Collectors.toSet());
	}

}
