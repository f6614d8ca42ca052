package io.github.connectapi.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

import io.github.connectapi.ConnectApiException;
import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectWaitTimeoutException;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Renewal;
import io.github.connectapi.test.time.ManualTime;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random events on real threads. The seed determines the changes of time and server, but
 * not their interleaving with the callers, so the checks are valid at every interleaving.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class SoakConcurrencyTests {

	private static final int CALLERS = 6;

	private static final int STEPS = 400;

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.connectapi");

	private final Set<String> revoked = ConcurrentHashMap.newKeySet();

	/** Odd while the clocks are changed. */
	private final AtomicInteger epoch = new AtomicInteger();

	private volatile boolean stopped;

	@BeforeEach
	void disableLogging() {
		this.logger.setLevel(Level.OFF);
	}

	@AfterEach
	void restoreLogging() {
		this.logger.setLevel(null);
	}

	@Test
	void whenEventsAreConcurrentThenTheInvariantsHold() {
		long end = System.nanoTime() + (long) (Double.parseDouble(System.getProperty("soak.minutes", "0")) * 60e9);
		Random seeds = new Random();
		long seed = Long.getLong("soak.seed", 1);
		do {
			run(seed);
			seed = seeds.nextLong();
		}
		while (System.nanoTime() - end < 0);
	}

	private void run(long seed) {
		try {
			runConcurrently(new Random(seed));
		}
		catch (AssertionError | Exception ex) {
			throw new AssertionError("With -Dsoak.seed=" + seed + ": " + ex, ex);
		}
	}

	private void runConcurrently(Random random) throws Exception {
		this.stopped = false;
		// The threads of a manager that was closed before may not have ended yet.
		Set<Thread> others = Thread.getAllStackTraces().keySet();
		AtomicInteger requests = new AtomicInteger();
		AtomicInteger maxRequests = new AtomicInteger();
		ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
		try (SoakEnvironment environment = new SoakEnvironment(ManualTime.withThreads(), 5, Renewal.NEW_PAIR_OLD_VALID,
				(request, body, execution) -> {
					maxRequests.accumulateAndGet(requests.incrementAndGet(), Math::max);
					try {
						return execution.execute(request, body);
					}
					finally {
						requests.decrementAndGet();
					}
				}); ConnectSessionManager manager = environment.createManager(() -> 0.5)) {
			List<Future<?>> calls = new ArrayList<>();
			for (int caller = 0; caller < CALLERS; caller++) {
				calls.add(callers.submit(() -> call(environment, manager)));
			}
			for (int step = 0; step < STEPS; step++) {
				change(environment, manager, random);
			}
			this.stopped = true;
			for (Future<?> call : calls) {
				call.get(30, TimeUnit.SECONDS);
			}
			// Abandoned acquisitions may not have reacted to their interrupt yet.
			int running = 1 + SessionPolicy.MAX_ABANDONED;
			assertThat(maxRequests).as("requests at once").hasValueLessThanOrEqualTo(running);
			assertThat(Thread.getAllStackTraces().keySet())
				.filteredOn((each) -> each.getName().equals("manual-time") && !others.contains(each))
				.as("threads of the manager")
				.hasSizeLessThanOrEqualTo(running + 1);
		}
		finally {
			callers.shutdownNow();
		}
	}

	private void change(SoakEnvironment environment, ConnectSessionManager manager, Random random) {
		this.epoch.incrementAndGet();
		switch (random.nextInt(6)) {
			case 0 -> environment.time.advance(Duration.ofMillis(random.nextInt(600_000)));
			case 1 -> environment.time.advanceWithoutTimers(Duration.ofMillis(random.nextInt(600_000)));
			case 2 -> environment.suspend(Duration.ofMillis(2000 + random.nextInt(600_000)));
			default -> environment.time.advance(Duration.ofMillis(random.nextInt(5000)));
		}
		this.epoch.incrementAndGet();
		switch (random.nextInt(8)) {
			case 0 -> environment.server.clearFaults();
			case 1 -> environment.server.always(FakeConnectServer.ANY_OPERATION, SoakFaults.permanent(random));
			case 2 -> environment.server.enqueue(FakeConnectServer.ANY_OPERATION, SoakFaults.once(random));
			case 3 -> manager.reset();
			case 4 -> manager.renew();
			default -> Thread.yield();
		}
	}

	private void call(SoakEnvironment environment, ConnectSessionManager manager) {
		Random random = new Random();
		while (!this.stopped) {
			int before = this.epoch.get();
			long start = System.nanoTime();
			try {
				ConnectSession session = manager.getSession();
				String token = session.token().reveal();
				boolean accepted = environment.server.accepts(token) || this.revoked.contains(token);
				// The clocks may have changed between the read and the check.
				if (before % 2 == 0 && before == this.epoch.get()) {
					assertThat(accepted).as("returned session is valid").isTrue();
				}
				if (random.nextInt(1000) == 0) {
					this.revoked.add(token);
					environment.server.revoke(token);
					manager.invalidate(session);
				}
			}
			catch (ConnectWaitTimeoutException ex) {
				// The timeout is in manual time, but the wait itself takes real time.
				assertThat(Duration.ofNanos(System.nanoTime() - start)).as("wait of a caller")
					.isLessThan(Duration.ofSeconds(5));
			}
			catch (ConnectApiException ex) {
				Thread.yield();
			}
		}
	}

}
