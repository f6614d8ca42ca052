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

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import io.github.connectapi.ConnectCredentials;
import io.github.connectapi.benchmarks.fleet.RedisProcess;
import io.github.connectapi.client.BaseUrl;
import io.github.connectapi.client.ConnectClient;
import io.github.connectapi.redis.RedisSessionStore;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.session.ConnectSessionManagerBuilder;
import io.github.connectapi.session.SessionSettings;
import io.github.connectapi.store.SharedSessionSettings;

/**
 * JMH benchmark that reads a valid session, without and with a store. The store is read
 * as often as the settings allow, each second instead of every 10 seconds.
 */
@NullUnmarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SharedReadJmhBenchmark {

	/** The state of the store. */
	@Param("NONE")
	public Store store;

	private final LoopbackServer server = new LoopbackServer();

	private final ConnectClient client = ConnectClient.builder(BaseUrl.of(this.server.baseUrl())).build();

	private RedisProcess redis;

	private LettuceConnectionFactory connections;

	private ConnectSessionManager manager;

	/**
	 * Acquire the session, then stop the store if it is to be off or to hang, and wait
	 * until that is noticed.
	 * @throws InterruptedException if this thread is interrupted
	 */
	@Setup
	public void open() throws InterruptedException {
		ConnectSessionManagerBuilder builder = ConnectSessionManager
			.builder(this.client, () -> ConnectCredentials.of("1", "system", "user", "password"))
			.settings(SessionSettings.defaults().withWaitTimeout(Duration.ofMinutes(1)));
		if (this.store != Store.NONE) {
			this.redis = new RedisProcess();
			this.connections = RedisProcess.connect(this.redis.port());
			builder.sharedSession(new RedisSessionStore(this.connections),
					SharedSessionSettings.defaults()
						.withSecret("0123456789abcdef0123456789abcdef")
						.withPollInterval(Duration.ofSeconds(1)));
		}
		this.manager = builder.build();
		this.manager.getSession();
		if (this.store == Store.OFF) {
			this.redis.close();
		}
		else if (this.store == Store.HANGING) {
			this.redis.hang();
		}
		TimeUnit.SECONDS.sleep(2);
	}

	/**
	 * Read the session.
	 * @return the session
	 */
	@Benchmark
	public Object read() {
		return this.manager.getSession();
	}

	/**
	 * Close the manager, and stop the store.
	 */
	@TearDown
	public void close() {
		this.manager.close();
		this.client.close();
		this.server.close();
		if (this.store != Store.NONE) {
			this.connections.destroy();
			this.redis.close();
		}
	}

	/** The state of the store while the session is read. */
	public enum Store {

		/** There is no store. */
		NONE("without a store"),

		/** The store responds. */
		ON("store on"),

		/** The store refuses connections. */
		OFF("store off"),

		/** The store accepts connections and does not respond. */
		HANGING("store hanging");

		private final String title;

		Store(String title) {
			this.title = title;
		}

		String title() {
			return this.title;
		}

	}

}
