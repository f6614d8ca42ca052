package io.github.connectapi.session;

import java.time.Duration;
import java.util.Random;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random sequences of events. {@code -Dsoak.seed=…} repeats a run, and
 * {@code -Dsoak.minutes=…} runs random seeds for so many minutes.
 */
class SoakTests {

	private static final int STEPS = 1000;

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.connectapi");

	@BeforeEach
	void disableLogging() {
		this.logger.setLevel(Level.OFF);
	}

	@AfterEach
	void restoreLogging() {
		this.logger.setLevel(null);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 578012871852822453L })
	void whenEventsAreRandomThenTheInvariantsHold(long seed) throws Exception {
		assertThat(run(seed)).as("exchanges").isPositive();
	}

	@Test
	@EnabledIfSystemProperty(named = "soak.seed", matches = "-?\\d+")
	void whenASeedIsRepeatedThenTheInvariantsHold() throws Exception {
		assertThat(run(Long.getLong("soak.seed"))).as("exchanges").isPositive();
	}

	@Test
	@EnabledIfSystemProperty(named = "soak.minutes", matches = "[\\d.]+")
	void whenSeedsAreRandomThenTheInvariantsHold() throws Exception {
		long minutes = (long) (Double.parseDouble(System.getProperty("soak.minutes")) * 60e9);
		long end = System.nanoTime() + minutes;
		Random seeds = new Random();
		int runs = 0;
		long exchanges = 0;
		while (System.nanoTime() - end < 0) {
			exchanges += run(seeds.nextLong());
			runs++;
		}
		System.out.printf("Soak: %d runs of %d steps, %d exchanges in %s%n", runs, STEPS, exchanges,
				Duration.ofNanos(minutes));
	}

	private static int run(long seed) throws Exception {
		try (SoakRun run = new SoakRun(seed)) {
			return run.steps(STEPS);
		}
		catch (AssertionError | RuntimeException ex) {
			throw new AssertionError("With -Dsoak.seed=" + seed + ": " + ex, ex);
		}
	}

}
