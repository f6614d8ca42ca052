package io.github.connectapi.autoconfigure;

import org.springframework.beans.factory.BeanCreationNotAllowedException;
import org.springframework.context.ConfigurableApplicationContext;

import io.github.connectapi.license.DownloadEvent;
import io.github.connectapi.license.DownloadEventListener;

/**
 * {@link DownloadEventListener} that publishes each event in the application context, on
 * the thread that downloaded.
 */
record ApplicationEventDownloadListener(ConfigurableApplicationContext context) implements DownloadEventListener {

	@Override
	public void onDownload(DownloadEvent event) {
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
