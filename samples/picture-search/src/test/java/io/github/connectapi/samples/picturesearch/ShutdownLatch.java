package io.github.connectapi.samples.picturesearch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Released when the shutdown reaches the phase directly before the graceful shutdown of
 * the web server. Beans with higher phases have stopped by then.
 */
class ShutdownLatch implements SmartLifecycle {

	private final CountDownLatch stopped = new CountDownLatch(1);

	void await() throws InterruptedException {
		assertThat(this.stopped.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Override
	public void start() {
	}

	@Override
	public void stop() {
		this.stopped.countDown();
	}

	@Override
	public boolean isRunning() {
		return this.stopped.getCount() > 0;
	}

	@Override
	public int getPhase() {
		return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
	}

}
