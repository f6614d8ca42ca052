package io.github.connectapi.test.download;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Offering;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuotaTests {

	private static final int THREADS = 50;

	private static final int QUOTA = 7;

	private static final List<Image> IMAGES = Customer.licensable(Offering.EASY_ACCESS).subList(0, THREADS);

	private final FakeConnectServer server = FakeConnectServer.builder()
		.https(false)
		.tokenLifetimeMinutes(1_000_000)
		.start();

	private Customer customer;

	@BeforeEach
	void logIn() throws Exception {
		this.customer = new Customer(this.server);
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenThreadsBuyTheLastDownloadsThenExactlyTheQuotaSucceeds() throws Exception {
		this.server.accounts().setOffering("fake-user", "EasyAccess", QUOTA);
		List<Callable<String>> purchases = new ArrayList<>();
		for (Image image : IMAGES) {
			String token = this.customer.token(image, Offering.EASY_ACCESS);
			purchases.add(() -> this.customer.status(token));
		}
		List<String> statuses = runAll(purchases);
		assertThat(Collections.frequency(statuses, "Success")).isEqualTo(QUOTA);
		assertThat(Collections.frequency(statuses, "NoAccess")).isEqualTo(THREADS - QUOTA);
		assertThat(this.server.downloadsUsed()).isEqualTo(QUOTA);
	}

	@Test
	void whenThreadsUseTheSameTokenThenItIsDebitedOnce() throws Exception {
		String token = this.customer.token(IMAGES.get(0), Offering.EASY_ACCESS);
		assertThat(runAll(Collections.nCopies(THREADS, () -> this.customer.status(token)))).containsOnly("Success");
		assertThat(this.server.downloadsUsed()).isEqualTo(1);
	}

	@Test
	void whenQuotaIsUsedUpThenRepeatedDownloadSucceeds() throws Exception {
		this.server.accounts().setOffering("fake-user", "EasyAccess", 1);
		String token = this.customer.token(IMAGES.get(0), Offering.EASY_ACCESS);
		this.customer.buy(token);
		assertThat(this.customer.status(this.customer.token(IMAGES.get(1), Offering.EASY_ACCESS)))
			.isEqualTo("NoAccess");
		assertThat(this.customer.status(token)).isEqualTo("Success");
	}

	@Test
	void whenPeriodEndsThenQuotaStartsAgain() throws Exception {
		this.server.accounts().setOffering("fake-user", "EasyAccess", 0);
		this.server.advanceClock(Duration.ofDays(30));
		assertThat(this.customer.authorization(IMAGES.get(0), Offering.EASY_ACCESS).path("DownloadsRemaining").asInt())
			.isEqualTo(500);
	}

	@Test
	void whenImagePackIsUsedUpThenItDoesNotStartAgain() throws Exception {
		Image image = Customer.licensable(Offering.IMAGE_PACK).get(0);
		this.server.accounts().setOffering("fake-user", "ImagePack", 0);
		this.server.advanceClock(Duration.ofDays(300));
		assertThat(this.customer.authorization(image, Offering.IMAGE_PACK).path("DownloadsRemaining").asInt()).isZero();
	}

	@Test
	void whenMoreThanTheDefaultIsSetThenItRemains() throws Exception {
		this.server.accounts().setOffering("fake-user", "EasyAccess", 1000);
		assertThat(this.customer.authorization(IMAGES.get(0), Offering.EASY_ACCESS).path("DownloadsRemaining").asInt())
			.isEqualTo(1000);
	}

	private static List<String> runAll(List<Callable<String>> tasks) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(THREADS);
		try {
			List<String> results = new ArrayList<>();
			for (Future<String> future : executor.invokeAll(tasks)) {
				results.add(future.get());
			}
			return results;
		}
		finally {
			executor.shutdownNow();
		}
	}

}
