package io.github.connectapi.fleet.server;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.StoreResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Operations that a store executes after the client has given them up.
 */
@ServerTests
class LateCommandTests {

	private static final Duration KEEP = Duration.ofMinutes(1);

	private static final Duration SHORT_CLAIM = Duration.ofMillis(400);

	private static final byte[] LATE = bytes("late");

	private static final byte[] LATER = bytes("later");

	private static final ExecutorService threads = Executors.newCachedThreadPool();

	private static final DatabaseServers databases = new DatabaseServers();

	private static final ProxiedStores stores = new ProxiedStores(databases);

	private final String id = "v1-" + UUID.randomUUID();

	@AfterAll
	static void close() {
		threads.shutdownNow();
		stores.close();
		databases.close();
	}

	@ParameterizedTest
	@EnumSource
	void whenFormerOwnerReplacesLateThenRecordRemains(ProxiedStores.Product product) throws Exception {
		try (ProxiedStores.Client former = stores.connect(product)) {
			assertThat(former.store().claim(this.id, null, "former", SHORT_CLAIM).isWon()).isTrue();
			Future<StoreResult> late = delay(former, (store) -> store.replace(this.id, null, LATE, KEEP, "former"));
			SessionStore store = former.direct();
			ServerProcess.await(() -> store.claim(this.id, null, "next", KEEP).isWon());
			former.proxy().release();
			assertThat(late.get(20, TimeUnit.SECONDS)).isNotNull();
			assertThat(store.read(this.id).content()).isNull();
			assertThat(store.replace(this.id, null, LATER, KEEP, "next").isWon()).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenFormerOwnerReleasesLateThenClaimRemains(ProxiedStores.Product product) throws Exception {
		try (ProxiedStores.Client former = stores.connect(product)) {
			assertThat(former.store().claim(this.id, null, "former", SHORT_CLAIM).isWon()).isTrue();
			Future<StoreResult> late = delay(former, (store) -> store.release(this.id, "former"));
			SessionStore store = former.direct();
			ServerProcess.await(() -> store.claim(this.id, null, "next", KEEP).isWon());
			former.proxy().release();
			assertThat(late.get(20, TimeUnit.SECONDS)).isNotNull();
			assertThat(store.claim(this.id, null, "third", KEEP).isWon()).isFalse();
		}
	}

	@ParameterizedTest
	@EnumSource
	void whenClaimTakesEffectLateThenSameOwnerWinsAgain(ProxiedStores.Product product) throws Exception {
		try (ProxiedStores.Client client = stores.connect(product)) {
			Future<StoreResult> late = delay(client, (store) -> store.claim(this.id, null, "me", KEEP));
			client.proxy().release();
			assertThat(late.get(20, TimeUnit.SECONDS)).isNotNull();
			SessionStore store = client.direct();
			ServerProcess.await(() -> !store.claim(this.id, null, "other", Duration.ofMillis(1)).isWon());
			assertThat(store.claim(this.id, null, "me", KEEP).isWon()).isTrue();
		}
	}

	/** Send an operation whose bytes remain in the network until they are released. */
	private static Future<StoreResult> delay(ProxiedStores.Client client,
			Function<SessionStore, StoreResult> operation) {
		client.proxy().delay();
		Future<StoreResult> pending = threads.submit(() -> operation.apply(client.store()));
		ServerProcess.await(() -> client.proxy().isDelaying());
		return pending;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
