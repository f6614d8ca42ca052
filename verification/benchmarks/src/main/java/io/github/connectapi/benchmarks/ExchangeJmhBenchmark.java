package io.github.connectapi.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.github.connectapi.client.ConnectClient;

/**
 * JMH benchmark that sends one CreateSession over loopback on a persistent connection. It
 * also sends one SearchForImages for 25 images through the session, for
 * {@link PairedBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ExchangeJmhBenchmark {

	private final LoopbackServer server = new LoopbackServer();

	private final HandWrittenClient handWritten = new HandWrittenClient(this.server.baseUrl());

	private final LibraryClient library = new LibraryClient(this.server.baseUrl());

	/**
	 * Create a session with the hand-written client.
	 * @return a session
	 */
	@Benchmark
	public Object handWritten() {
		return this.handWritten.createSession();
	}

	/**
	 * Create a session with {@link ConnectClient}.
	 * @return a session
	 */
	@Benchmark
	public Object library() {
		return this.library.createSession();
	}

	Object handWrittenSearch() {
		return this.handWritten.search();
	}

	Object librarySearch() {
		return this.library.search();
	}

	/**
	 * Close the clients and the server.
	 */
	@TearDown
	public void close() {
		this.library.close();
		this.server.close();
	}

}
