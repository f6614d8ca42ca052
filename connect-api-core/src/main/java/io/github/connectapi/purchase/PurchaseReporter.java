package io.github.connectapi.purchase;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

import io.github.connectapi.ErrorSuppressingLog;
import io.github.connectapi.LogSanitizer;
import io.github.connectapi.UnexpectedFailures;
import io.github.connectapi.license.License;
import io.github.connectapi.observation.ConnectObservationContext;
import io.github.connectapi.observation.ConnectObservationDocumentation;
import io.github.connectapi.observation.ConnectObservations;

/**
 * Reports each purchase: as an observation, a line in the log and an event.
 */
final class PurchaseReporter {

	private static final ErrorSuppressingLog logger = ErrorSuppressingLog.of(ImageLicensing.class);

	private final ConnectObservations observations;

	private final List<PurchaseListener> listeners;

	private final AtomicBoolean listenerFailureLogged = new AtomicBoolean();

	PurchaseReporter(ConnectObservations observations, List<PurchaseListener> listeners) {
		this.observations = observations;
		this.listeners = List.copyOf(listeners);
	}

	License report(LicenseRequest request, LicenseOption option, String coordinationId, Supplier<License> purchase) {
		return this.observations.observe(ConnectObservationDocumentation.PURCHASE, null, coordinationId, (context) -> {
			try {
				License license = purchase.get();
				report(new PurchaseEvent(request.assetId(), option, coordinationId, PurchaseOutcome.BOUGHT, null),
						context, null);
				return license;
			}
			catch (ConnectPurchaseException ex) {
				report(new PurchaseEvent(request.assetId(), option, coordinationId, ex.outcome(), ex.reason()), context,
						ex);
				throw ex;
			}
		});
	}

	private void report(PurchaseEvent event, ConnectObservationContext context,
			@Nullable ConnectPurchaseException failure) {
		context.setPurchase(event.outcome().name(), event.option().productOfferingType());
		log(event, failure);
		this.listeners.forEach((listener) -> publish(listener, event));
	}

	private void publish(PurchaseListener listener, PurchaseEvent event) {
		try {
			listener.onPurchase(event);
		}
		catch (RuntimeException | Error ex) {
			if (UnexpectedFailures.isFatal(ex)) {
				throw ex;
			}
			if (!this.listenerFailureLogged.getAndSet(true)) {
				logger.warn(LogMessage
					.format("Connect purchase listener failed; further failures are not logged: error=%s", ex), ex);
			}
		}
	}

	private static void log(PurchaseEvent event, @Nullable ConnectPurchaseException failure) {
		String asset = LogSanitizer.sanitize(event.assetId());
		String size = LogSanitizer.sanitize(String.valueOf(event.option().size()));
		String offering = LogSanitizer.sanitize(String.valueOf(event.option().productOfferingType()));
		if (event.outcome() == PurchaseOutcome.UNCLEAR) {
			logger.warn(LogMessage.format(
					"Connect purchase is unclear: asset=%s size=%s offering=%s coordinationId=%s reason=%s", asset,
					size, offering, event.coordinationId(), event.reason()), failure);
		}
		else {
			logger.info(LogMessage.format("Connect purchase: asset=%s size=%s offering=%s coordinationId=%s outcome=%s",
					asset, size, offering, event.coordinationId(), event.outcome()));
		}
	}

}
