package io.github.connectapi.fleet.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.StoreResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A content that the library did not write, in a column of PostgreSQL, which has no
 * limit.
 */
@ServerTests
class LongContentTests {

	private static final byte[] LONG = new byte[50 * 1024 * 1024];

	private final String id = "v1-" + UUID.randomUUID();

	@Test
	void whenContentIsLongThenReadsOnlyItsBeginningAndReplacesIt() throws Exception {
		try (DatabaseServers servers = new DatabaseServers(); ProxiedStores stores = new ProxiedStores(servers)) {
			try (Connection connection = DriverManager.getConnection(servers.server(DatabaseTemplate.POSTGRESQL).url());
					PreparedStatement insert = connection.prepareStatement(
							"insert into getty_connect_session values (?, ?, 9000000000000000, null, 0)")) {
				insert.setString(1, this.id);
				insert.setBytes(2, LONG);
				insert.execute();
			}
			try (ProxiedStores.Client client = stores.connect(ProxiedStores.Product.POSTGRESQL)) {
				assertThat(client.store().read(this.id + "-other").isWon()).isTrue();
				long before = client.proxy().received();
				StoreResult seen = client.store().read(this.id);
				assertThat(seen.content()).hasSize(SessionStore.MAX_LENGTH + 1);
				// The driver reads it as hexadecimal digits.
				assertThat(client.proxy().received() - before).isLessThan(2 * SessionStore.MAX_LENGTH + 1024);
				byte[] content = { 1 };
				assertThat(
						client.store().replace(this.id, seen.content(), content, Duration.ofMinutes(1), "me").isWon())
					.isTrue();
				assertThat(client.store().read(this.id).content()).isEqualTo(content);
			}
		}
	}

}
