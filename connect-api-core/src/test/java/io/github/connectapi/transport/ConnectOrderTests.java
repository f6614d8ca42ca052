package io.github.connectapi.transport;

import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.connectapi.test.time.ManualTime;

import static io.github.connectapi.transport.TransportFixture.exchange;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An exchange ends before the thread that connects begins, or before it knows the
 * address. Time is manual, and the test runs the task that connects.
 */
@Timeout(60)
class ConnectOrderTests {

	/** Longer than the test, so that only the event ends the exchange. */
	private static final Duration TIMEOUT = Duration.ofMinutes(10);

	private final ManualTime time = ManualTime.create();

	private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

	private volatile Runnable duringLookup = () -> {
	};

	static Stream<Arguments> orders() {
		return Stream.of(Event.values())
			.flatMap((event) -> Stream.of(false, true).map((during) -> Arguments.of(event, during)));
	}

	@ParameterizedTest(name = "{0}, during the look-up: {1}")
	@MethodSource("orders")
	void whenTheExchangeEndsFirstThenNoConnectionIsOpened(Event event, boolean during) throws Exception {
		try (LocalServer server = LocalServer.start(LocalServer.responding(LocalServer.OK));
				Transport transport = transport()) {
			String url = "http://connect.example.com:" + server.port();
			Caller caller = Caller.start(() -> exchange(transport, url, TIMEOUT, true));
			Runnable connect = this.tasks.poll(20, TimeUnit.SECONDS);
			Runnable end = () -> {
				switch (event) {
					case DEADLINE -> this.time.advance(TIMEOUT);
					case CLOSE -> transport.close();
					case INTERRUPT -> caller.thread().interrupt();
				}
				caller.awaitEnd();
			};
			if (during) {
				this.duringLookup = end;
			}
			else {
				end.run();
			}
			connect.run();
			// The thread that connects is interrupted, which is that of the test here.
			Thread.interrupted();
			assertThat(caller.failure()).hasMessageStartingWith(event.message)
				.isExactlyInstanceOf(
						(event == Event.INTERRUPT) ? InterruptedIOException.class : RequestNotSentException.class);
			assertThat(caller.isInterrupted()).isEqualTo(event == Event.INTERRUPT);
			// The server would accept the first connection before the second.
			this.duringLookup = () -> {
			};
			if (event != Event.CLOSE) {
				Caller next = Caller.start(() -> exchange(transport, url, TIMEOUT, true));
				this.tasks.poll(20, TimeUnit.SECONDS).run();
				assertThat(next.outcome()).isEqualTo("{}");
			}
			assertThat(server.connections()).hasSize((event == Event.CLOSE) ? 0 : 1);
		}
	}

	private Transport transport() {
		return new Transport(new TransportSettings(TIMEOUT, null, null),
				new HelperThreads(this.time.scheduler(), new Connecting(), Executors.newSingleThreadExecutor()),
				this.time.nanos(), (host) -> {
					this.duringLookup.run();
					return new InetAddress[] { InetAddress.getByName("127.0.0.1") };
				});
	}

	/** Keeps its tasks, which the test runs. */
	private final class Connecting extends AbstractExecutorService {

		@Override
		public void execute(Runnable task) {
			ConnectOrderTests.this.tasks.add(task);
		}

		@Override
		public void shutdown() {
		}

		@Override
		public List<Runnable> shutdownNow() {
			return List.of();
		}

		@Override
		public boolean isShutdown() {
			return false;
		}

		@Override
		public boolean isTerminated() {
			return false;
		}

		@Override
		public boolean awaitTermination(long timeout, TimeUnit unit) {
			return false;
		}

	}

	enum Event {

		DEADLINE("no co"), CLOSE("the client was closed"), INTERRUPT("interrupted before the request was sent");

		private final String message;

		Event(String message) {
			this.message = message;
		}

	}

}
