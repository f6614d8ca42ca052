package io.github.connectapi.purchase;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.Secret;
import io.github.connectapi.license.License;
import io.github.connectapi.purchase.ConnectPurchaseException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@Timeout(30)
class SharedPurchasesTests {

	private static final LicenseRequest REQUEST = LicenseRequest.of("1", "10");

	private static final License LICENSE = License.builder("1", "id", Instant.EPOCH, Secret.of("https://host/canary"))
		.build();

	private final SharedPurchases purchases = new SharedPurchases();

	private final CountDownLatch started = new CountDownLatch(1);

	private final CountDownLatch end = new CountDownLatch(1);

	private final List<Object> results = new CopyOnWriteArrayList<>();

	@Test
	void whenTheSameIsRequestedThenTheLicenseIsShared() throws Exception {
		Task owner = buy(blocked(() -> LICENSE));
		Task waiter = waiter(REQUEST.withExpectedFileSize(5), SharedPurchasesTests::unexpected);
		finish(owner, waiter);
		assertThat(this.results).containsExactly(LICENSE, LICENSE);
	}

	@Test
	void whenThePurchaseFailsThenTheFailureIsShared() throws Exception {
		ConnectPurchaseException failure = ConnectPurchaseException.unclear("1", Reason.NO_RESPONSE, "x", "id", null);
		Task owner = buy(blocked(() -> {
			throw failure;
		}));
		Task waiter = waiter(REQUEST, SharedPurchasesTests::unexpected);
		finish(owner, waiter);
		assertThat(this.results).hasSize(2).contains(failure);
		this.results.remove(failure);
		assertThat(this.results).singleElement().isInstanceOfSatisfying(ConnectPurchaseException.class, (copy) -> {
			assertThat(copy).hasMessage(failure.getMessage()).hasSuppressedException(failure);
			assertThat(copy.outcome()).isEqualTo(PurchaseOutcome.UNCLEAR);
			assertThat(copy.coordinationId()).hasValue("id");
		});
	}

	@Test
	void whenOnlyTheOwnerIsInterruptedThenTheWaiterBuys() throws Exception {
		Task owner = buy(blocked(() -> {
			throw ConnectPurchaseException.notBought("1", Reason.INTERRUPTED, "x", null);
		}));
		Task waiter = waiter(REQUEST, () -> LICENSE);
		finish(owner, waiter);
		assertThat(this.results).hasSize(2).contains(LICENSE);
	}

	@Test
	void whenAnotherSizeIsRequestedThenItIsBoughtAfterwards() throws Exception {
		Task owner = buy(blocked(() -> LICENSE));
		List<Integer> finished = new CopyOnWriteArrayList<>();
		Task waiter = waiter(LicenseRequest.largest("1"), () -> {
			finished.add(this.results.size() + ((this.end.getCount() == 0) ? 0 : 10));
			return LICENSE;
		});
		finish(owner, waiter);
		assertThat(finished).singleElement().satisfies((size) -> assertThat(size).isLessThan(10));
	}

	@Test
	void whenAnotherAssetIsRequestedThenItIsBoughtAtOnce() throws Exception {
		Task owner = buy(blocked(() -> LICENSE));
		assertThat(this.purchases.share(LicenseRequest.of("2", "10"), () -> LICENSE)).isEqualTo(LICENSE);
		finish(owner);
	}

	@Test
	void whenAWaiterIsInterruptedThenItEndsAlone() throws Exception {
		Task owner = buy(blocked(() -> LICENSE));
		Task waiter = waiter(REQUEST, SharedPurchasesTests::unexpected);
		waiter.interrupt();
		waiter.join();
		assertThat(this.results).singleElement().isInstanceOfSatisfying(ConnectPurchaseException.class, (failure) -> {
			assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED);
			assertThat(failure.outcome()).isEqualTo(PurchaseOutcome.UNCLEAR);
		});
		finish(owner);
		assertThat(this.results).contains(LICENSE);
	}

	@Test
	void whenAPurchaseHasEndedThenTheNextOneIsMade() {
		this.purchases.share(REQUEST, () -> LICENSE);
		License other = License.builder("1", "id-2", Instant.EPOCH, Secret.of("https://host/2")).build();
		assertThat(this.purchases.share(REQUEST, () -> other)).isEqualTo(other);
	}

	@Test
	void whenAPurchaseBuysTheSameThenItIsRefused() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.purchases.share(REQUEST, () -> this.purchases.share(REQUEST, () -> LICENSE)));
	}

	private Task buy(Supplier<License> purchase) throws InterruptedException {
		Task task = start(REQUEST, purchase);
		this.started.await();
		return task;
	}

	private Task waiter(LicenseRequest request, Supplier<License> purchase) throws InterruptedException {
		Task task = start(request, purchase);
		while (!task.isWaiting()) {
			Thread.sleep(1);
		}
		return task;
	}

	private Task start(LicenseRequest request, Supplier<License> purchase) {
		return new Task(() -> {
			try {
				this.results.add(this.purchases.share(request, purchase));
			}
			catch (ConnectPurchaseException ex) {
				this.results.add(ex);
			}
		});
	}

	private void finish(Task... tasks) throws Exception {
		this.end.countDown();
		for (Task task : tasks) {
			task.join();
		}
	}

	private Supplier<License> blocked(Supplier<License> result) {
		return () -> {
			this.started.countDown();
			try {
				this.end.await();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			return result.get();
		};
	}

	private static License unexpected() {
		throw new AssertionError("A second purchase was made");
	}

}
