package io.github.connectapi.autoconfigure;

import org.springframework.beans.factory.BeanCreationNotAllowedException;
import org.springframework.context.ConfigurableApplicationContext;

import io.github.connectapi.purchase.PurchaseEvent;
import io.github.connectapi.purchase.PurchaseListener;

/**
 * {@link PurchaseListener} that publishes each event in the application context, on the
 * thread that bought.
 */
record ApplicationEventPurchaseListener(ConfigurableApplicationContext context) implements PurchaseListener {

	@Override
	public void onPurchase(PurchaseEvent event) {
		try {
			if (this.context.isActive()) {
				this.context.publishEvent(event);
			}
		}
		catch (BeanCreationNotAllowedException ex) {
			// The context is closing, and its listeners with it.
		}
	}

}
