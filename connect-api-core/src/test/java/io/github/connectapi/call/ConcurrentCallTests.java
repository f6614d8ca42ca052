package io.github.connectapi.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.download.CreateDownloadRequest;
import io.github.connectapi.download.CreateDownloadRequestResult;
import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.session.VirtualThreads;
import io.github.connectapi.test.ReceivedRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many concurrent calls during which the token is revoked. Uses virtual threads if the
 * JDK supports them, or else fewer platform threads.
 */
@Timeout(120)
class ConcurrentCallTests {

	private static final boolean VIRTUAL = Runtime.version().feature() >= 21;

	private static final int THREADS = VIRTUAL ? 200 : 40;

	private static final int CALLS_EACH = 5;

	@Test
	void whenTheTokenIsRevokedDuringCallsThenOneLoginSufficesAndEachDownloadIsExecutedOnce() throws Exception {
		try (CallFixture fixture = CallFixture.withThreads((api) -> api)) {
			fixture.manager.getSession(Duration.ofSeconds(20));
			AtomicInteger begun = new AtomicInteger();
			ExecutorService callers = VIRTUAL ? VirtualThreads.executor() : Executors.newFixedThreadPool(THREADS);
			List<Future<Integer>> threads = new ArrayList<>();
			for (int thread = 0; thread < THREADS; thread++) {
				threads.add(callers.submit((Callable<Integer>) () -> {
					int downloads = 0;
					for (int call = 0; call < CALLS_EACH; call++) {
						int number = begun.incrementAndGet();
						if (number == THREADS * CALLS_EACH / 2) {
							fixture.server.revokeAll();
						}
						downloads += call(fixture, number);
					}
					return downloads;
				}));
			}
			int downloads = 0;
			for (Future<Integer> thread : threads) {
				downloads += thread.get();
			}
			callers.shutdown();

			assertThat(downloads).isEqualTo(THREADS * CALLS_EACH / 2);
			assertThat(fixture.server.downloadsAccepted()).as("executed exactly once each").isEqualTo(downloads);
			assertThat(fixture.logins()).as("the first, and one after the revocation").isEqualTo(2);
			assertThat(sent(fixture, "CreateDownloadRequest")).hasSize(downloads).allMatch((times) -> times <= 2);
			assertThat(sent(fixture, "GetCountries")).hasSize(downloads).allMatch((times) -> times <= 2);
		}
	}

	private static int call(CallFixture fixture, int number) {
		if (number % 2 == 0) {
			fixture.connect.call(ConnectOperations.GET_COUNTRIES, Map.of());
			return 0;
		}
		return fixture.connect
			.call(ConnectOperations.CREATE_DOWNLOAD_REQUEST,
					CreateDownloadRequest.of(fixture.server.issueDownloadToken("90000001")),
					CreateDownloadRequestResult.class)
			.downloadUrls()
			.size();
	}

	/** Return how often each call was sent. */
	private static List<Long> sent(CallFixture fixture, String operation) {
		return List.copyOf(fixture.server.requests(operation)
			.stream()
			.collect(Collectors.groupingBy(ReceivedRequest::coordinationId, Collectors.counting()))
			.values());
	}

}
