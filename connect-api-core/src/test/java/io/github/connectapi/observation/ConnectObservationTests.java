package io.github.connectapi.observation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.StringUtils;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static io.github.connectapi.observation.ConnectObservationDocumentation.ACQUISITION;
import static io.github.connectapi.observation.ConnectObservationDocumentation.CALL;
import static io.github.connectapi.observation.ConnectObservationDocumentation.EXCHANGE;
import static io.github.connectapi.observation.ConnectObservationDocumentation.EXCHANGE_WAIT;
import static io.github.connectapi.observation.ConnectObservationDocumentation.WAIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Observations of calls, exchanges, acquisitions and waiting callers.
 */
@Timeout(60)
class ConnectObservationTests {

	@Test
	void whenACallNeedsASessionThenTheCallIsTheParent() {
		try (ObservationFixture fixture = ObservationFixture.withThreads()) {
			Observation outer = Observation.start("outer", fixture.registry);
			outer.scoped(fixture::callGetCountries);

			assertThat(fixture.observed).extracting(ConnectObservationTests::path)
				.containsExactlyInAnyOrder("outer > CALL", "outer > CALL > WAIT", "outer > CALL > ACQUISITION",
						"outer > CALL > ACQUISITION > EXCHANGE CreateSession", "outer > CALL > EXCHANGE GetCountries");
		}
	}

	@Test
	void whenACallSucceedsThenTheOutcomeIsSuccess() {
		try (ObservationFixture fixture = ObservationFixture.withThreads()) {
			fixture.callGetCountries();

			assertThat(keys(fixture.only(CALL)))
				.isEqualTo("code=none operation=GetCountries outcome=SUCCESS replayed=false");
			assertThat(keys(fixture.only(ACQUISITION))).isEqualTo("code=none operation=CreateSession outcome=SUCCESS");
			assertThat(keys(fixture.only(WAIT))).isEqualTo("code=none outcome=SUCCESS");
			assertThat(fixture.only(CALL).getName()).isEqualTo("getty.connect.call");
			assertThat(fixture.only(CALL).getContextualName()).isEqualTo("connect call GetCountries");
		}
	}

	@Test
	void whenARequestIsSentThenItsCoordinationIdHasHighCardinality() {
		try (ObservationFixture fixture = ObservationFixture.create()) {
			fixture.callGetCountries();

			String id = fixture.server.requests("GetCountries").get(0).coordinationId();
			assertThat(fixture.only(CALL).getHighCardinalityKeyValues())
				.containsExactly(KeyValue.of("coordination.id", id));
			assertThat(fixture.only(CALL).getLowCardinalityKeyValues()).extracting(KeyValue::getValue)
				.doesNotContain(id);
		}
	}

	@Test
	void whenTheCredentialsAreRejectedThenTheKeysHaveTheCode() {
		try (ObservationFixture fixture = ObservationFixture.withThreads()) {
			fixture.server.always("CreateSession", Fault.error("InvalidUsernameOrPassword", "no"));
			catchThrowable(fixture::callGetCountries);

			String expected = "code=InvalidUsernameOrPassword operation=CreateSession outcome=CREDENTIALS_REJECTED";
			assertThat(keys(fixture.only(EXCHANGE))).isEqualTo(expected);
			assertThat(keys(fixture.only(ACQUISITION))).isEqualTo(expected);
			assertThat(keys(fixture.only(WAIT)))
				.isEqualTo("code=InvalidUsernameOrPassword outcome=CREDENTIALS_REJECTED");
		}
	}

	@Test
	void whenARequestIsRetriedThenEachExchangeIsObservedAndTheAcquisitionOnce() {
		try (ObservationFixture fixture = ObservationFixture.create()) {
			fixture.server.enqueue("CreateSession", Fault.status(503));
			fixture.manager.getSession();

			assertThat(fixture.observed).extracting((context) -> context.observation() + " " + context.outcome())
				.containsExactly("EXCHANGE UNAVAILABLE", "EXCHANGE SUCCESS", "ACQUISITION SUCCESS");
		}
	}

	@Test
	void whenACallWaitsForAnotherExchangeThenTheWaitIsObserved() {
		try (ObservationFixture fixture = ObservationFixture.create()) {
			fixture.failToWaitForExchange();

			assertThat(keys(fixture.only(EXCHANGE_WAIT))).isEqualTo("operation=GetCountries outcome=WAIT_TIMEOUT");
			assertThat(fixture.only(EXCHANGE_WAIT).getName()).isEqualTo("getty.connect.exchange.wait");
		}
	}

	@Test
	void whenAnExchangeIsInterruptedThenTheOutcomeSaysSo() throws InterruptedException {
		try (ObservationFixture fixture = ObservationFixture.create()) {
			fixture.manager.getSession();
			fixture.observed.clear();
			fixture.server.enqueue("GetCountries", Fault.block());
			Thread caller = new Thread(() -> catchThrowable(fixture::callGetCountries));
			caller.start();
			fixture.server.awaitRequests("GetCountries", 1, Duration.ofSeconds(20));
			caller.interrupt();
			caller.join();

			assertThat(keys(fixture.only(EXCHANGE))).isEqualTo("code=none operation=GetCountries outcome=INTERRUPTED");
			assertThat(keys(fixture.only(CALL)))
				.isEqualTo("code=none operation=GetCountries outcome=INTERRUPTED replayed=false");
			fixture.server.unblock();
		}
	}

	@Test
	void whenATokenIsRejectedThenTheCallIsReplayed() {
		try (ObservationFixture fixture = ObservationFixture.create()) {
			fixture.server.enqueue("GetCountries", Fault.error("AUTH-012", "no"));
			fixture.callGetCountries();

			assertThat(keys(fixture.only(CALL))).contains("outcome=SUCCESS", "replayed=true");
			assertThat(fixture.observed).extracting(ConnectObservationContext::outcome)
				.contains(ConnectOutcome.TOKEN_REJECTED);
		}
	}

	@Test
	void whenTheTimerRenewsThenTheAcquisitionHasNoParent() {
		try (ObservationFixture fixture = ObservationFixture.create()) {
			Observation.start("outer", fixture.registry).scoped((Runnable) fixture.manager::getSession);
			fixture.observed.clear();
			fixture.time.advance(Duration.ofMinutes(25));

			assertThat(fixture.observed).extracting(ConnectObservationTests::path)
				.containsExactly("ACQUISITION > EXCHANGE RenewSession", "ACQUISITION");
			assertThat(fixture.only(ACQUISITION).operation()).contains("RenewSession");
		}
	}

	@Test
	void whenTheSessionIsValidThenReadingItIsNotObserved() {
		try (ObservationFixture fixture = ObservationFixture.create()) {
			fixture.manager.getSession();
			fixture.observed.clear();
			fixture.manager.getSession();
			fixture.manager.getSessionAsync();

			assertThat(fixture.observed).isEmpty();
		}
	}

	@Test
	void whenAStageCompletesThenItsWaitEnds() throws Exception {
		try (ObservationFixture fixture = ObservationFixture.withThreads()) {
			fixture.server.enqueue("CreateSession", Fault.error("AUTH-012", "no").after(Duration.ofDays(1)));
			CompletionStage<ConnectSession> stage = fixture.manager.getSessionAsync();
			fixture.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(20));
			assertThat(fixture.observed).isEmpty();

			CountDownLatch completed = new CountDownLatch(1);
			stage.whenComplete((session, failure) -> completed.countDown());
			fixture.server.unblock();

			assertThat(completed.await(20, TimeUnit.SECONDS)).isTrue();
			assertThat(fixture.only(WAIT).outcome()).isEqualTo(ConnectOutcome.CREDENTIALS_REJECTED);
		}
	}

	@Test
	void whenThereIsAConventionThenItsNamesAndKeysAreUsed() {
		ConnectObservationConvention convention = new DefaultConnectObservationConvention() {
			@Override
			public String getName() {
				return "getty";
			}

			@Override
			public KeyValues getLowCardinalityKeyValues(ConnectObservationContext context) {
				return super.getLowCardinalityKeyValues(context).and("team", "pictures");
			}
		};
		try (ObservationFixture fixture = ObservationFixture.with(convention)) {
			fixture.callGetCountries();

			assertThat(fixture.only(CALL).getName()).isEqualTo("getty");
			assertThat(keys(fixture.only(CALL))).contains("team=pictures");
		}
	}

	@ParameterizedTest
	@EnumSource
	@ExtendWith(OutputCaptureExtension.class)
	void whenAHandlerThrowsThenTheCallSucceeds(ThrowingHandler.At at, CapturedOutput output) {
		try (ObservationFixture fixture = ObservationFixture.withThreads()) {
			fixture.registry.observationConfig().observationHandler(new ThrowingHandler(at));
			fixture.server.enqueue("CreateSession", Fault.status(503));
			fixture.callGetCountries();

			assertThat(fixture.manager.snapshot().generation()).isOne();
			assertThat(fixture.server.count("GetCountries")).isOne();
			assertThat(fixture.registry.getCurrentObservationScope()).isNull();
			assertThat(StringUtils.countOccurrencesOf(output.toString(), "Connect observation failed")).isOne();
		}
	}

	@Test
	void whenAConventionThrowsThenTheCallSucceeds() {
		ConnectObservationConvention broken = new DefaultConnectObservationConvention() {
			@Override
			public KeyValues getLowCardinalityKeyValues(ConnectObservationContext context) {
				throw new IllegalStateException("convention");
			}
		};
		try (ObservationFixture fixture = ObservationFixture.with(broken)) {
			fixture.callGetCountries();

			assertThat(fixture.server.count("CreateSession")).isOne();
		}
	}

	@Test
	void whenObservedThenTheContextContainsNoSecret() {
		try (ObservationFixture fixture = ObservationFixture.create()) {
			fixture.server.enqueue(FakeConnectServer.ANY_OPERATION, Fault.status(503), Fault.status(503));
			fixture.callGetCountries();

			String shown = fixture.observed.toString();
			ConnectSession session = fixture.manager.getSession();
			assertThat(shown).contains("getty.connect.exchange")
				.doesNotContain(session.token().reveal(), session.secureToken().orElseThrow().reveal());
			assertThat(shown).doesNotContain(FakeCredentials.get().systemPassword().reveal());
		}
	}

	@Test
	void whenTheServerSendsManyCodesThenFurtherOnesAreOther() {
		CodeCardinalityLimiter limiter = new CodeCardinalityLimiter();
		for (int i = 0; i < CodeCardinalityLimiter.MAX_CODES; i++) {
			assertThat(limiter.limit("code-" + i)).isEqualTo("code-" + i);
		}

		assertThat(List.of(limiter.limit("code-100"), limiter.limit("code-7"))).containsExactly("other", "code-7");
		assertThat(new CodeCardinalityLimiter().limit("x".repeat(1000))).hasSize(64);
	}

	/** Return the path from the outermost observation. */
	private static String path(ConnectObservationContext context) {
		ObservationView parent = context.getParentObservation();
		String operation = (context.observation() == EXCHANGE) ? " " + context.operation().orElseThrow() : "";
		return parentPath(parent) + context.observation() + operation;
	}

	private static String parentPath(@Nullable ObservationView view) {
		if (view == null) {
			return "";
		}
		return ((view.getContextView() instanceof ConnectObservationContext context) ? path(context) : "outer") + " > ";
	}

	private static String keys(ConnectObservationContext context) {
		return context.getLowCardinalityKeyValues()
			.stream()
			.map((key) -> key.getKey() + "=" + key.getValue())
			.reduce((one, other) -> one + " " + other)
			.orElse("");
	}

}
