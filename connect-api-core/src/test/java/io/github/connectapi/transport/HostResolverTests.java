package io.github.connectapi.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(30)
class HostResolverTests {

	private final CountDownLatch released = new CountDownLatch(1);

	private final AtomicInteger lookups = new AtomicInteger();

	private final HelperThreads threads = HelperThreads.create(null);

	private final HostResolver hanging = resolver((host) -> {
		this.lookups.incrementAndGet();
		await();
		return new InetAddress[] { InetAddress.getLoopbackAddress() };
	});

	@AfterEach
	void release() {
		this.released.countDown();
		this.threads.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "::1", "fe80::1" })
	void whenTheHostIsAnAddressThenNoThreadIsStarted(String host) throws Exception {
		List<Thread> threads = new ArrayList<>();
		HostResolver resolver = resolver((name) -> {
			threads.add(Thread.currentThread());
			return InetAddress.getAllByName(name);
		});
		assertThat(resolver.resolve(host)).hasSize(1);
		assertThat(threads).containsExactly(Thread.currentThread());
	}

	@Test
	void whenTheHostIsUnknownThenTheFailureIsThrownAndNotKept() throws Exception {
		AtomicInteger calls = new AtomicInteger();
		HostResolver resolver = resolver((host) -> {
			if (calls.incrementAndGet() == 1) {
				throw new UnknownHostException(host);
			}
			return new InetAddress[] { InetAddress.getLoopbackAddress() };
		});
		assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> resolver.resolve("connect.example.com"));
		assertThat(resolver.resolve("connect.example.com")).hasSize(1);
	}

	@Test
	void whenSeveralThreadsLookUpAHostThenThereIsOneLookUp() throws Exception {
		List<CompletableFuture<Integer>> results = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			CompletableFuture<Integer> result = new CompletableFuture<>();
			results.add(result);
			start("connect.example.com", result);
		}
		this.released.countDown();
		for (CompletableFuture<Integer> result : results) {
			assertThat(result.get(10, TimeUnit.SECONDS)).isOne();
		}
		assertThat(this.lookups.get()).isLessThan(8);
	}

	@Test
	void whenAWaitingThreadIsInterruptedThenItEndsWithoutTheLookUp() throws Exception {
		CompletableFuture<Integer> result = new CompletableFuture<>();
		Thread thread = start("connect.example.com", result);
		thread.interrupt();
		assertThat(result.get(10, TimeUnit.SECONDS)).isEqualTo(-1);
	}

	@Test
	void whenTooManyLookUpsHangThenAnotherOneWaits() throws Exception {
		for (int i = 0; i < 4; i++) {
			start("host-%d.example.com".formatted(i), new CompletableFuture<>());
		}
		while (this.lookups.get() < 4) {
			Thread.onSpinWait();
		}
		CompletableFuture<Integer> last = new CompletableFuture<>();
		start("last.example.com", last);
		assertThat(this.lookups.get()).isEqualTo(4);
		this.released.countDown();
		assertThat(last.get(10, TimeUnit.SECONDS)).isOne();
	}

	@Test
	void whenALookUpEndsWithAnErrorThenTheNextOneIsAnother() throws Exception {
		AtomicInteger calls = new AtomicInteger();
		HostResolver resolver = resolver((host) -> {
			if (calls.incrementAndGet() == 1) {
				throw new NoClassDefFoundError("expected");
			}
			return new InetAddress[] { InetAddress.getLoopbackAddress() };
		});
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> resolver.resolve("connect.example.com"))
			.withCauseInstanceOf(NoClassDefFoundError.class);
		assertThat(resolver.resolve("connect.example.com")).hasSize(1);
	}

	private HostResolver resolver(HostResolver.Lookup lookup) {
		return new HostResolver(this.threads.lookups(), lookup);
	}

	private Thread start(String host, CompletableFuture<Integer> result) {
		Thread thread = new Thread(() -> {
			try {
				result.complete(this.hanging.resolve(host).size());
			}
			catch (InterruptedException ex) {
				result.complete(-1);
			}
			catch (IOException | ExecutionException ex) {
				result.completeExceptionally(ex);
			}
		});
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	private void await() {
		try {
			this.released.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
