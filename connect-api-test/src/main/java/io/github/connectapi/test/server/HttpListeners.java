package io.github.connectapi.test.server;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;

import io.github.connectapi.test.Internal;
import org.jspecify.annotations.Nullable;

/**
 * The open ports of a server and the threads that handle their requests.
 */
@Internal
public final class HttpListeners implements AutoCloseable {

	private final ExecutorService executor;

	private final ResponseLatch responseLatch;

	private final HttpListener http;

	private final @Nullable HttpListener https;

	private final @Nullable Certificates certificates;

	private HttpListeners(ExecutorService executor, ResponseLatch responseLatch, HttpListener http,
			@Nullable HttpListener https, @Nullable Certificates certificates) {
		this.executor = executor;
		this.responseLatch = responseLatch;
		this.http = http;
		this.https = https;
		this.certificates = certificates;
	}

	/**
	 * Open a port for plain http and, if there are certificates, one for https.
	 * @param port the port of plain http, or 0 for a free one
	 * @param httpsPort the port of https, or 0 for a free one
	 * @param certificates the certificates for https, or {@code null} for no https
	 * @param handler the handler of all requests
	 * @return the listeners
	 * @throws IOException if a port cannot be opened
	 */
	public static HttpListeners open(int port, int httpsPort, @Nullable Certificates certificates,
			RequestHandler handler) throws IOException {
		ResponseLatch responseLatch = new ResponseLatch();
		// Created first, because a port that stays open would keep the JVM alive.
		SSLContext sslContext = (certificates != null) ? certificates.sslContext() : null;
		ExecutorService executor = newExecutor();
		HttpListener http = HttpListener.open(port, null, executor, handler, responseLatch);
		boolean opened = false;
		try {
			HttpListener https = (sslContext != null)
					? HttpListener.open(httpsPort, sslContext, executor, handler, responseLatch) : null;
			opened = true;
			return new HttpListeners(executor, responseLatch, http, https, certificates);
		}
		finally {
			if (!opened) {
				http.close();
			}
		}
	}

	public String baseUrl() {
		return this.http.baseUrl();
	}

	public String secureBaseUrl() {
		return requireHttps(this.https).baseUrl();
	}

	public String certificateAuthority() {
		return requireHttps(this.certificates).authorityPem();
	}

	/** Send delayed responses now and close the connections without a response. */
	public void releaseResponses() {
		this.responseLatch.release();
	}

	@Override
	public void close() {
		this.http.close();
		if (this.https != null) {
			this.https.close();
		}
		// Interrupts the requests that are still waiting.
		this.executor.shutdownNow();
	}

	private static ExecutorService newExecutor() {
		AtomicInteger number = new AtomicInteger();
		return Executors.newCachedThreadPool((task) -> {
			// Inherits nothing from the test that happens to start it.
			Thread thread = new Thread(null, task, "fake-connect-" + number.incrementAndGet(), 0, false);
			thread.setContextClassLoader(HttpListeners.class.getClassLoader());
			thread.setDaemon(true);
			return thread;
		});
	}

	private static <T> T requireHttps(@Nullable T value) {
		if (value == null) {
			throw new IllegalStateException("The server was started without https");
		}
		return value;
	}

}
