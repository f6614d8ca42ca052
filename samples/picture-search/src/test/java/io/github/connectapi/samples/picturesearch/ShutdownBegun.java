package io.github.connectapi.samples.picturesearch;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tells that a shutdown has come to where the web server waits for its last requests:
 * what ends before that has ended.
 */
class ShutdownBegun implements SmartLifecycle {

	private final CountDownLatch begun = new CountDownLatch(1);

	void await() throws InterruptedException {
		assertThat(this.begun.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Override
	public void start() {
	}

	@Override
	public void stop() {
		this.begun.countDown();
	}

	@Override
	public boolean isRunning() {
		return this.begun.getCount() > 0;
	}

	@Override
	public int getPhase() {
		return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 1;
	}

}
