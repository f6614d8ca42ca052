package io.github.connectapi.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.call.ConnectApi;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.search.SearchForImages;
import io.github.connectapi.session.ConnectSessionManager;

/**
 * JMH benchmark that sends one CreateSession over loopback on a persistent connection. It
 * also sends one SearchForImages for 25 images through the session, for
 * {@link PairedBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ExchangeJmhBenchmark {

	private static final SearchForImages SEARCH = new SearchForImages("tree");

	private final LoopbackServer server = new LoopbackServer();

	private final HandWrittenClient handWritten = new HandWrittenClient(this.server.baseUrl());

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl())).build();

	private final ConnectCredentials credentials = ConnectCredentials.of("1", "system", "user", "password");

	private final ConnectSessionManager sessions = ConnectSessionManager.builder(this.client, () -> this.credentials)
		.build();

	private final ConnectApi connect = ConnectApi.builder(this.client, this.sessions).build();

	/**
	 * Create a session with the hand-written client.
	 * @return a session
	 */
	@Benchmark
	public Object handWritten() {
		return this.handWritten.createSession("1", "system", "user", "password");
	}

	/**
	 * Create a session with {@link ConnectClient}.
	 * @return a session
	 */
	@Benchmark
	public Object library() {
		return this.client.createSession(this.credentials, Duration.ofSeconds(30));
	}

	Object handWrittenSearch() {
		return this.handWritten.search("token", "tree");
	}

	Object librarySearch() {
		return this.connect.call(ConnectOperations.SEARCH_FOR_IMAGES, SEARCH, SearchResult.class);
	}

	record SearchResult(int itemTotalCount, List<Image> images) {
	}

	record Image(String imageId, String title, String artist, String urlThumb) {
	}

	/**
	 * Close the clients and the server.
	 */
	@TearDown
	public void close() {
		this.sessions.close();
		this.client.close();
		this.server.close();
	}

}
