package io.github.connectapi.test;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * The open ports of a server and the threads behind them.
 */
final class Listeners implements AutoCloseable {

	private final ExecutorService threads;

	private final ResponseLatch waiting;

	private final HttpListener http;

	private final @Nullable HttpListener https;

	private final @Nullable Certificates certificates;

	private Listeners(ExecutorService threads, ResponseLatch waiting, HttpListener http, @Nullable HttpListener https,
			@Nullable Certificates certificates) {
		this.threads = threads;
		this.waiting = waiting;
		this.http = http;
		this.https = https;
		this.certificates = certificates;
	}

	static Listeners open(FakeConnectServerBuilder settings, Gateway gateway) throws IOException {
		ResponseLatch waiting = new ResponseLatch();
		ExecutorService threads = newThreads();
		HttpListener http = HttpListener.open(settings.port, null, threads, gateway, waiting);
		if (!settings.https) {
			return new Listeners(threads, waiting, http, null, null);
		}
		Certificates certificates = new Certificates(settings.certificate);
		try {
			HttpListener https = HttpListener.open(settings.httpsPort, certificates.sslContext(), threads, gateway,
					waiting);
			return new Listeners(threads, waiting, http, https, certificates);
		}
		catch (IOException ex) {
			http.close();
			throw ex;
		}
	}

	HttpListener http() {
		return this.http;
	}

	HttpListener https() {
		return present(this.https);
	}

	String certificateAuthority() {
		return present(this.certificates).authorityPem();
	}

	ResponseLatch waiting() {
		return this.waiting;
	}

	@Override
	public void close() {
		this.http.close();
		if (this.https != null) {
			this.https.close();
		}
		// Interrupts the requests that wait.
		this.threads.shutdownNow();
	}

	private static ExecutorService newThreads() {
		AtomicInteger number = new AtomicInteger();
		return Executors.newCachedThreadPool((task) -> {
			Thread thread = new Thread(task, "fake-connect-" + number.incrementAndGet());
			thread.setDaemon(true);
			return thread;
		});
	}

	private static <T> T present(@Nullable T value) {
		if (value == null) {
			throw new IllegalStateException("This server was started without https");
		}
		return value;
	}

}
