package io.github.connectapi.user;

import java.time.Duration;
import java.util.Random;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random events in the lives of 10,000 users. {@code -Dsoak.seed=…} repeats a run, and
 * {@code -Dsoak.minutes=…} runs random seeds for so many minutes.
 */
class SoakUsersTests {

	private static final int USERS = 10_000;

	private static final int STEPS = 60;

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.connectapi");

	@BeforeEach
	void disableLogging() {
		this.logger.setLevel(Level.OFF);
	}

	@AfterEach
	void restoreLogging() {
		this.logger.setLevel(null);
	}

	@Test
	void whenEventsAreRandomThenUsersDoNotAffectEachOther() {
		assertThat(run(1)).as("logins").isGreaterThan(USERS);
	}

	@Test
	@EnabledIfSystemProperty(named = "soak.seed", matches = "-?\\d+")
	void whenASeedIsRepeatedThenUsersDoNotAffectEachOther() {
		assertThat(run(Long.getLong("soak.seed"))).as("logins").isPositive();
	}

	@Test
	@EnabledIfSystemProperty(named = "soak.minutes", matches = "[\\d.]+")
	void whenSeedsAreRandomThenUsersDoNotAffectEachOther() {
		long minutes = (long) (Double.parseDouble(System.getProperty("soak.minutes")) * 60e9);
		long end = System.nanoTime() + minutes;
		Random seeds = new Random();
		int runs = 0;
		long logins = 0;
		while (System.nanoTime() - end < 0) {
			logins += run(seeds.nextLong());
			runs++;
		}
		System.out.printf("Soak of users: %d runs of %d users, %d logins in %s%n", runs, USERS, logins,
				Duration.ofNanos(minutes));
	}

	private static int run(long seed) {
		try (SoakUsersRun run = new SoakUsersRun(seed, USERS)) {
			return run.steps(STEPS);
		}
		catch (AssertionError | RuntimeException ex) {
			throw new AssertionError("With -Dsoak.seed=" + seed + ": " + ex, ex);
		}
	}

}
