package io.github.connectapi.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.github.connectapi.benchmarks.peer.Peer;
import io.github.connectapi.benchmarks.peer.Server;
import io.github.connectapi.benchmarks.peer.Times;
import io.github.connectapi.benchmarks.peer.TokenCache;

/**
 * JMH benchmark that reads a token that is valid for hours.
 */
@NullUnmarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CachedReadJmhBenchmark {

	/** The cache to read from. */
	@Param("SESSION_MANAGER")
	public Peer peer;

	private TokenCache cache;

	/**
	 * Open the cache and read the first token.
	 */
	@Setup
	public void open() {
		Duration lifetime = Duration.ofHours(5);
		this.cache = this.peer.open(new Server(lifetime, Duration.ZERO), Times.of(lifetime));
		this.cache.get();
	}

	/**
	 * Read the token.
	 * @return the token as the cache returns it
	 */
	@Benchmark
	public Object read() {
		return this.cache.get();
	}

	/**
	 * Close the cache.
	 */
	@TearDown
	public void close() {
		this.cache.close();
	}

}
