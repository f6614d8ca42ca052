package io.github.connectapi.transport;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.connectapi.transport.ExchangeState.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangeStateTests {

	private final ExchangeState state = new ExchangeState();

	private final List<Outcome> aborted = new ArrayList<>();

	@Test
	void whenEndedTwiceThenTheFirstReasonIsKept() {
		assertThat(this.state.end(Outcome.TIMED_OUT)).isTrue();
		assertThat(this.state.end(Outcome.COMPLETED)).isFalse();
		assertThat(this.state.outcome()).isEqualTo(Outcome.TIMED_OUT);
	}

	@Test
	void whenAbortedThenTheReasonIsRecordedBeforeTheActionRuns() {
		this.state.onAbort(() -> this.aborted.add(this.state.outcome()));
		this.state.end(Outcome.CLOSED);
		assertThat(this.aborted).containsExactly(Outcome.CLOSED);
	}

	@Test
	void whenAbortedBeforeThenALaterActionRunsImmediately() {
		this.state.end(Outcome.CLOSED);
		this.state.onAbort(() -> this.aborted.add(this.state.outcome()));
		assertThat(this.aborted).containsExactly(Outcome.CLOSED);
	}

	@Test
	void whenCompletedThenNothingIsAborted() {
		this.state.onAbort(() -> this.aborted.add(this.state.outcome()));
		this.state.end(Outcome.COMPLETED);
		this.state.end(Outcome.TIMED_OUT);
		this.state.onAbort(() -> this.aborted.add(this.state.outcome()));
		assertThat(this.aborted).isEmpty();
	}

	@Test
	void whenTheActionIsReplacedThenOnlyTheLastOneRuns() {
		this.state.onAbort(() -> this.aborted.add(Outcome.FAILED));
		this.state.onAbort(() -> this.aborted.add(Outcome.CLOSED));
		this.state.end(Outcome.CLOSED);
		assertThat(this.aborted).containsExactly(Outcome.CLOSED);
	}

}
