package io.github.connectapi.transport;

import java.io.IOException;
import java.net.Proxy;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.connectapi.transport.ExchangeState.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangeStateTests {

	private final ExchangeState state = new ExchangeState(0);

	private final List<Outcome> aborted = new ArrayList<>();

	private FutureTask<Void> task;

	@BeforeEach
	void createTask() {
		this.task = task();
	}

	@Test
	void whenEndedTwiceThenTheFirstReasonIsKept() {
		assertThat(this.state.end(Outcome.TIMED_OUT)).isTrue();
		assertThat(this.state.end(Outcome.COMPLETED)).isFalse();
		assertThat(this.state.outcome()).isEqualTo(Outcome.TIMED_OUT);
	}

	@Test
	void whenAbortedThenTheReasonIsRecordedBeforeTheTaskIsCanceled() {
		this.state.waitFor(this.task);
		this.state.end(Outcome.CLOSED);
		assertThat(this.aborted).containsExactly(Outcome.CLOSED);
	}

	@Test
	void whenAbortedBeforeThenALaterTaskIsCanceledImmediately() {
		this.state.end(Outcome.CLOSED);
		this.state.waitFor(this.task);
		assertThat(this.aborted).containsExactly(Outcome.CLOSED);
	}

	@Test
	void whenCompletedThenNothingIsAborted() {
		this.state.waitFor(this.task);
		this.state.end(Outcome.COMPLETED);
		this.state.end(Outcome.TIMED_OUT);
		this.state.waitFor(task());
		assertThat(this.aborted).isEmpty();
	}

	@Test
	void whenTheTaskIsReplacedThenOnlyTheLastOneIsCanceled() {
		this.state.waitFor(this.task);
		this.state.waitFor(task());
		this.state.end(Outcome.CLOSED);
		assertThat(this.aborted).containsExactly(Outcome.CLOSED);
		assertThat(this.task.isCancelled()).isFalse();
	}

	@Test
	void whenAConnectionIsOpenedBeforeOrAfterTheEndThenItIsClosed() throws IOException {
		SocketChannel before = use();
		this.state.end(Outcome.CLOSED);
		assertThat(before.isOpen()).isFalse();
		assertThat(use().isOpen()).isFalse();
	}

	@Test
	void whenCompletedThenTheConnectionIsKept() throws IOException {
		try (SocketChannel channel = use()) {
			this.state.end(Outcome.COMPLETED);
			this.state.end(Outcome.TIMED_OUT);
			assertThat(channel.isOpen()).isTrue();
		}
	}

	private SocketChannel use() throws IOException {
		SocketChannel channel = SocketChannel.open();
		this.state.use(new Connection(channel, new Target(false, "a", 80), Proxy.NO_PROXY, null, 0));
		return channel;
	}

	private FutureTask<Void> task() {
		return new FutureTask<>(() -> null) {
			@Override
			protected void done() {
				ExchangeStateTests.this.aborted.add(ExchangeStateTests.this.state.outcome());
			}
		};
	}

}
