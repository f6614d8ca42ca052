package io.github.connectapi.session;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * One line for each change of state.
 */
@ExtendWith(OutputCaptureExtension.class)
class SessionLogTests {

	private final SessionFixture fixture = SessionFixture.create();

	private final ConnectSessionManager manager = this.fixture.manager;

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void whenHoursPassWithoutFaultThenOneLineIsLogged(CapturedOutput output) {
		this.manager.getSession();
		this.fixture.time.advance(Duration.ofHours(3));

		assertThat(lines(output)).hasSize(1)
			.first()
			.asString()
			.contains("INFO", "created", "generation=1", "expiresAt=");
	}

	@Test
	void whenTheApiIsDownForAnHourThenEachChangeIsOneLine(CapturedOutput output) {
		this.manager.getSession();
		this.fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.status(503));
		this.fixture.time.advance(Duration.ofHours(1));
		this.fixture.server.clearFaults();
		this.fixture.time.advance(Duration.ofMinutes(2));

		assertThat(lines(output)).satisfiesExactly((created) -> assertThat(created).contains("created"),
				(failing) -> assertThat(failing).contains("WARN", "renewal failed; the current session remains in use",
						"nextAttemptAt=", "503"),
				(unavailable) -> assertThat(unavailable).contains("WARN", "Connect session unavailable"),
				(recovered) -> assertThat(recovered).contains("INFO", "recovered", "failures="));
	}

	@Test
	void whenTheSessionEndsAfterARecoveryThenThatIsNotAFailure(CapturedOutput output) {
		this.fixture.server.enqueue("CreateSession", Fault.status(404));
		catchThrowable(this.manager::getSession);
		this.fixture.time.advance(Duration.ofMinutes(1));
		this.fixture.time.suspend(Duration.ofHours(2));
		this.manager.getSession();

		assertThat(lines(output)).extracting((line) -> line.replaceAll(".*Connect session (\\w+).*", "$1"))
			.containsExactly("unavailable", "recovered", "expired", "created");
	}

	@Test
	void whenTheSessionEndsDuringABackoffThenThatIsLoggedAtItsEnd(CapturedOutput output) {
		this.manager.getSession();
		this.fixture.time.advance(SessionFixture.DUE.minusSeconds(1));
		this.fixture.server.always(FakeConnectServer.ANY_OPERATION, Fault.error("InvalidSystemIdOrPassword", "no"));
		this.fixture.time.advance(SessionFixture.USABLE.minus(SessionFixture.DUE));
		assertThat(lines(output)).hasSize(2).last().asString().contains("rejected; the current session remains in use");

		this.fixture.time.advance(Duration.ofSeconds(2));
		assertThat(lines(output)).hasSize(3)
			.last()
			.asString()
			.contains("WARN", "Connect session unavailable", "nextAttemptAt=");
	}

	@Test
	void whenTheMachineWasSuspendedBeyondTheSessionThenItsEndAndTheNextOneAreLogged(CapturedOutput output) {
		this.manager.getSession();
		this.fixture.time.suspend(Duration.ofHours(2));
		this.manager.getSession();

		assertThat(lines(output)).satisfiesExactly((created) -> assertThat(created).contains("created"),
				(expired) -> assertThat(expired).contains("INFO", "expired: generation=1"),
				(next) -> assertThat(next).contains("INFO", "created: generation=2"));
	}

	@Test
	void whenThePasswordIsWrongForADayThenOneLineIsLogged(CapturedOutput output) {
		this.fixture.credentials.set(SessionFixture.credentials("wrong-canary"));
		catchThrowable(this.manager::getSession);
		this.fixture.time.advance(Duration.ofHours(24));

		assertThat(lines(output)).hasSize(1)
			.first()
			.asString()
			.contains("WARN", "credentials were rejected", "InvalidUsernameOrPassword")
			.doesNotContain("canary");
	}

	@Test
	void whenTheProviderKeepsThrowingThenItsStackTraceIsLoggedOnce(CapturedOutput output) {
		try (ConnectSessionManager failing = this.fixture.builder(() -> {
			throw new IllegalStateException("vault is sealed");
		}).build()) {
			catchThrowable(failing::getSession);
			this.fixture.time.advance(Duration.ofHours(1));

			assertThat(output).containsOnlyOnce("IllegalStateException: vault is sealed");
		}
	}

	@Test
	void whenInvalidatedAndClosedThenEachIsLogged(CapturedOutput output) {
		this.manager.invalidate(this.manager.getSession());
		this.manager.close();

		assertThat(lines(output)).extracting((line) -> line.replaceAll(".*Connect session (\\w+).*", "$1"))
			.containsExactly("created", "invalidated", "created", "manager");
	}

	@Test
	void whenResetAfterAFailureThenOneLineIsLogged(CapturedOutput output) {
		this.manager.reset();
		this.fixture.credentials.set(SessionFixture.credentials("wrong"));
		catchThrowable(this.manager::getSession);
		this.manager.reset();

		assertThat(lines(output)).filteredOn((line) -> line.contains("reset")).hasSize(1);
	}

	@Test
	void whenAResetIsFollowedByASuccessThenBothAreLogged(CapturedOutput output) {
		this.manager.getSession();
		this.fixture.server.always("RenewSession", Fault.status(503));
		this.manager.renew();
		this.fixture.server.clearFaults();
		this.manager.reset();

		assertThat(lines(output)).extracting((line) -> line.replaceAll(".*Connect session (\\w+).*", "$1"))
			.containsExactly("created", "renewal", "manager", "renewed");
	}

	@Test
	void whenFailuresAlternateThenEachIsLoggedOnce(CapturedOutput output) {
		for (int i = 0; i < 10; i++) {
			this.fixture.server.enqueue("CreateSession", Fault.error("First", "no"), Fault.error("Second", "no"));
		}
		catchThrowable(this.manager::getSession);
		this.fixture.time.advance(Duration.ofHours(12));

		assertThat(lines(output)).hasSize(2).allMatch((line) -> line.contains("Connect session unavailable"));
	}

	private static List<String> lines(CapturedOutput output) {
		return output.getAll().lines().filter((line) -> line.contains("Connect session")).toList();
	}

}
