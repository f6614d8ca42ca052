package io.github.connectapi.session;

import java.time.Duration;

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
 * Logins of many instances that share a session, with faults, compared with the same
 * instances without faults. {@code -Dsoak.instances=…} simulates a day of so many
 * instances, which takes some minutes for 1,000.
 */
class SoakFleetTests {

	private static final double FAULTS = 0.01;

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
	@ValueSource(longs = { 1, 2 })
	void whenAnHourHasFaultsThenAtMostOneLoginIsAdded(long seed) {
		Duration hour = Duration.ofHours(1);
		SimulatedFleet fleet = run(50, FAULTS, seed, hour);
		assertThat(fleet.logins).isLessThanOrEqualTo(run(50, 0, seed, hour).logins + 1);
		assertThat(fleet.failedCalls).isZero();
	}

	@Test
	@EnabledIfSystemProperty(named = "soak.instances", matches = "\\d+")
	void whenADayHasFaultsThenLoginsAreThoseOfDueRenewals() {
		int size = Integer.getInteger("soak.instances");
		long seed = Long.getLong("soak.seed", 1);
		Duration day = Duration.ofDays(1);
		int due = run(size, 0, seed, day).logins;
		SimulatedFleet fleet = run(size, FAULTS, seed, day);
		System.out.printf("Soak: a day of %d instances, seed %d: %d logins, %d due, %d operations of the store%n", size,
				seed, fleet.logins, due, fleet.store.operations);
		assertThat((double) fleet.logins).isBetween(0.98 * due, 1.02 * due);
		assertThat(fleet.failedCalls).isZero();
	}

	private static SimulatedFleet run(int size, double faults, long seed, Duration duration) {
		SimulatedFleet fleet = new SimulatedFleet(size, faults, seed);
		fleet.run(duration);
		return fleet;
	}

}
