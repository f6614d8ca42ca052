package io.github.connectapi.samples.picturesearch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Shuts the application down while a request waits for its session.
 */
@Timeout(60)
class ShutdownTests {

	private final FakeConnectServer server = FakeConnectServer.start();

	private final Set<Thread> before = threads();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenShutDownThenTheActiveRequestIsCompleted() throws Exception {
		try (ConfigurableApplicationContext application = start("false")) {
			HtmlPage page = searchWhileShuttingDown(application);

			assertThat(page.status()).isEqualTo(200);
			assertThat(page.pictures()).hasSize(4);
		}
	}

	@Test
	void whenShutDownThenABeanMayCallTheApiWhileItIsDestroyed() throws Exception {
		ConfigurableApplicationContext application = start("false");
		SearchOnDestroy bean = application.getBean(SearchOnDestroy.class);

		searchWhileShuttingDown(application);

		assertThat(bean.imageCount()).isEqualTo(1);
		assertThat(this.server.count("CreateSession")).isEqualTo(1);
	}

	@Test
	void whenShutDownThenNoThreadIsLeft() throws Exception {
		searchWhileShuttingDown(start("false"));

		assertNoThreadIsLeft();
	}

	@Test
	@EnabledForJreRange(min = JRE.JAVA_21)
	void whenThreadsAreVirtualThenTheShutdownIsTheSame() throws Exception {
		ConfigurableApplicationContext application = start("true");
		SearchOnDestroy bean = application.getBean(SearchOnDestroy.class);
		VirtualThreadRecorder recorder = application.getBean(VirtualThreadRecorder.class);

		HtmlPage page = searchWhileShuttingDown(application);

		assertThat(page.pictures()).hasSize(4);
		assertThat(bean.imageCount()).isEqualTo(1);
		assertThat(recorder.operations()).containsExactly("SearchForImages");
		assertNoThreadIsLeft();
	}

	/**
	 * The search starts before the shutdown. Its requests are sent during the shutdown.
	 */
	private HtmlPage searchWhileShuttingDown(ConfigurableApplicationContext application) throws Exception {
		int port = TestPictureSearchApplication.port(application);
		this.server.enqueue("CreateSession", Fault.block());
		ShutdownLatch stopping = application.getBean(ShutdownLatch.class);
		CompletableFuture<HtmlPage> page = CompletableFuture.supplyAsync(() -> HtmlPage.search(port, "tree"));
		this.server.awaitRequests("CreateSession", 1, Duration.ofSeconds(10));
		CompletableFuture<Void> shutdown = CompletableFuture.runAsync(application::close);
		stopping.await();
		assertThat(this.server.requests("SearchForImages")).isEmpty();
		this.server.unblock();
		shutdown.get(30, TimeUnit.SECONDS);
		return page.get(30, TimeUnit.SECONDS);
	}

	private ConfigurableApplicationContext start(String virtualThreads) {
		Map<String, String> properties = new HashMap<>(this.server.properties());
		properties.put("server.address", "127.0.0.1");
		properties.put("server.port", "0");
		properties.put("picture-search.page-size", "4");
		properties.put("spring.threads.virtual.enabled", virtualThreads);
		String[] args = properties.entrySet().stream().map((property) -> "--" + property).toArray(String[]::new);
		return new SpringApplicationBuilder(PictureSearchApplication.class, SearchOnDestroy.class, ShutdownLatch.class,
				VirtualThreadRecorder.class)
			.run(args);
	}

	private void assertNoThreadIsLeft() throws InterruptedException {
		Set<Thread> left = threads();
		left.removeAll(this.before);
		for (Thread thread : left) {
			thread.join(5000);
		}
		assertThat(left).noneMatch(Thread::isAlive);
	}

	/** Return the threads of all contexts in this JVM. */
	private static Set<Thread> threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("getty-connect-"))
			.collect(Collectors.toSet());
	}

}
