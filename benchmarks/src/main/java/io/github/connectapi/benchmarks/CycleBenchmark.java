package io.github.connectapi.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;

/**
 * One CreateSession over loopback, on a connection that is kept.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CycleBenchmark {

	private final LoopbackServer server = new LoopbackServer();

	private final HandWrittenClient handWritten = new HandWrittenClient(this.server.baseUrl());

	private final ConnectClient ours = ConnectClient.builder(BaseUrl.of(this.server.baseUrl())).build();

	private final ConnectCredentials credentials = ConnectCredentials.of("1", "system", "user", "password");

	/**
	 * The floor.
	 * @return a session
	 */
	@Benchmark
	public Object handWritten() {
		return this.handWritten.createSession("1", "system", "user", "password");
	}

	/**
	 * Ours.
	 * @return a session
	 */
	@Benchmark
	public Object ours() {
		return this.ours.createSession(this.credentials, Duration.ofSeconds(30));
	}

	/**
	 * Ends both.
	 */
	@TearDown
	public void close() {
		this.ours.close();
		this.server.close();
	}

}
