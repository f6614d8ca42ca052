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
 * One CreateSession over loopback, on a connection that is kept; one SearchForImages of
 * 25 images through the session, for the pairs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CycleBenchmark {

	private static final SearchForImages SEARCH = new SearchForImages("tree");

	private final LoopbackServer server = new LoopbackServer();

	private final HandWrittenClient handWritten = new HandWrittenClient(this.server.baseUrl());

	private final ConnectClient ours = ConnectClient.builder(BaseUrl.of(this.server.baseUrl())).build();

	private final ConnectCredentials credentials = ConnectCredentials.of("1", "system", "user", "password");

	private final ConnectSessionManager sessions = ConnectSessionManager.builder(this.ours, () -> this.credentials)
		.build();

	private final ConnectApi connect = ConnectApi.builder(this.ours, this.sessions).build();

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

	Object handWrittenSearch() {
		return this.handWritten.search("token", "tree");
	}

	Object ourSearch() {
		return this.connect.call(ConnectOperations.SEARCH_FOR_IMAGES, SEARCH, Found.class);
	}

	record Found(int itemTotalCount, List<Image> images) {
	}

	record Image(String imageId, String title, String artist, String urlThumb) {
	}

	/**
	 * Ends both.
	 */
	@TearDown
	public void close() {
		this.sessions.close();
		this.ours.close();
		this.server.close();
	}

}
