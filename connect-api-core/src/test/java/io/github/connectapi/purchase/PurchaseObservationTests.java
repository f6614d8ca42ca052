package io.github.connectapi.purchase;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.connectapi.purchase.ConnectPurchaseException.Reason;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.catalog.Image;

import static io.github.connectapi.purchase.PurchaseFixture.BUYING;
import static io.github.connectapi.purchase.PurchaseFixture.failure;
import static io.github.connectapi.purchase.PurchaseFixture.request;
import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class PurchaseObservationTests {

	private static final Image IMAGE = PurchaseFixture.image();

	private static final String OFFERING = IMAGE.rights().offerings().get(0).wireName();

	private final List<Observation.Context> observed = new CopyOnWriteArrayList<>();

	@Test
	void whenBoughtThenTheOutcomeIsBought() {
		try (PurchaseFixture fixture = create()) {
			fixture.licensing.license(request(IMAGE));
			assertObserved("BOUGHT");
		}
	}

	@Test
	void whenUnclearThenTheOutcomeIsUnclear() {
		try (PurchaseFixture fixture = create()) {
			fixture.server.enqueue(BUYING, Fault.drop());
			failure(PurchaseOutcome.UNCLEAR, Reason.NO_RESPONSE, () -> fixture.licensing.license(request(IMAGE)));
			assertObserved("UNCLEAR");
		}
	}

	@Test
	void whenRefusedThenTheOutcomeIsNotBought() {
		try (PurchaseFixture fixture = create()) {
			fixture.server.enqueue(BUYING, Fault.error("NoAgreement", "no"));
			failure(PurchaseOutcome.NOT_BOUGHT, Reason.REFUSED, () -> fixture.licensing.license(request(IMAGE)));
			assertObserved("NOT_BOUGHT");
		}
	}

	private void assertObserved(String outcome) {
		assertThat(this.observed).singleElement().satisfies((context) -> {
			assertThat(context.getName()).isEqualTo("getty.connect.purchase");
			assertThat(context.getContextualName()).isEqualTo("connect purchase");
			assertThat(context.getLowCardinalityKeyValues())
				.containsExactlyInAnyOrderElementsOf(KeyValues.of("outcome", outcome, "offering", OFFERING));
		});
	}

	private PurchaseFixture create() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<>() {
			@Override
			public void onStop(Observation.Context context) {
				PurchaseObservationTests.this.observed.add(context);
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}
		});
		return new PurchaseFixture((builder) -> builder.observationRegistry(registry));
	}

}
