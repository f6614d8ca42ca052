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
 * The mix on real threads. The seed says what one thread does to time and server, not how
 * the callers meet it, so the rules are those that hold at every interleaving.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class SoakThreadsTests {

	private static final int CALLERS = 6;

	private static final int STEPS = 400;

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.connectapi");

	private final Set<String> revoked = ConcurrentHashMap.newKeySet();

	/** Odd while the clocks move. */
	private final AtomicInteger epoch = new AtomicInteger();

	private volatile boolean over;

	@BeforeEach
	void silence() {
		this.logger.setLevel(Level.OFF);
	}

	@AfterEach
	void speak() {
		this.logger.setLevel(null);
	}

	@Test
	void whenEverythingHappensAtOnceThenTheRulesHold() {
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
			mix(new Random(seed));
		}
		catch (AssertionError | Exception ex) {
			throw new AssertionError("With -Dsoak.seed=" + seed + ": " + ex, ex);
		}
	}

	private void mix(Random random) throws Exception {
		this.over = false;
		// Of this manager: the thread of one that was closed may still be on its way out.
		Set<Thread> others = Thread.getAllStackTraces().keySet();
		AtomicInteger requests = new AtomicInteger();
		AtomicInteger mostRequests = new AtomicInteger();
		ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
		try (SoakWorld world = new SoakWorld(ManualTime.withThreads(), 5, Renewal.NEW_PAIR_OLD_VALID,
				(request, body, execution) -> {
					mostRequests.accumulateAndGet(requests.incrementAndGet(), Math::max);
					try {
						return execution.execute(request, body);
					}
					finally {
						requests.decrementAndGet();
					}
				}); ConnectSessionManager manager = world.open(() -> 0.5)) {
			List<Future<?>> calls = new ArrayList<>();
			for (int caller = 0; caller < CALLERS; caller++) {
				calls.add(callers.submit(() -> call(world, manager)));
			}
			for (int step = 0; step < STEPS; step++) {
				disturb(world, manager, random);
			}
			this.over = true;
			for (Future<?> call : calls) {
				call.get(30, TimeUnit.SECONDS);
			}
			assertThat(mostRequests).as("requests at once").hasValueLessThanOrEqualTo(1);
			assertThat(Thread.getAllStackTraces().keySet())
				.filteredOn((each) -> each.getName().equals("manual-time") && !others.contains(each))
				.as("threads of the manager")
				.hasSizeLessThanOrEqualTo(2);
		}
		finally {
			callers.shutdownNow();
		}
	}

	private void disturb(SoakWorld world, ConnectSessionManager manager, Random random) {
		this.epoch.incrementAndGet();
		switch (random.nextInt(6)) {
			case 0 -> world.time.advance(Duration.ofMillis(random.nextInt(600_000)));
			case 1 -> world.time.advanceWithoutTimers(Duration.ofMillis(random.nextInt(600_000)));
			case 2 -> world.sleep(Duration.ofMillis(2000 + random.nextInt(600_000)));
			default -> world.time.advance(Duration.ofMillis(random.nextInt(5000)));
		}
		this.epoch.incrementAndGet();
		switch (random.nextInt(8)) {
			case 0 -> world.server.clearFaults();
			case 1 -> world.server.always(FakeConnectServer.ANY_OPERATION, SoakFaults.lasting(random));
			case 2 -> world.server.enqueue(FakeConnectServer.ANY_OPERATION, SoakFaults.once(random));
			case 3 -> manager.reset();
			case 4 -> manager.renew();
			default -> Thread.yield();
		}
	}

	private void call(SoakWorld world, ConnectSessionManager manager) {
		Random random = new Random();
		while (!this.over) {
			int before = this.epoch.get();
			long start = System.nanoTime();
			try {
				ConnectSession session = manager.getSession();
				String token = session.token().reveal();
				boolean accepted = world.server.accepts(token) || this.revoked.contains(token);
				// Unless the clocks moved between the read and the question.
				if (before % 2 == 0 && before == this.epoch.get()) {
					assertThat(accepted).as("served is valid").isTrue();
				}
				if (random.nextInt(1000) == 0) {
					this.revoked.add(token);
					world.server.revoke(token);
					manager.invalidate(session);
				}
			}
			catch (ConnectWaitTimeoutException ex) {
				// At once it is over if its manual time is; waiting itself takes real
				// time.
				assertThat(Duration.ofNanos(System.nanoTime() - start)).as("a caller was stuck")
					.isLessThan(Duration.ofSeconds(5));
			}
			catch (ConnectApiException ex) {
				Thread.yield();
			}
		}
	}

}
