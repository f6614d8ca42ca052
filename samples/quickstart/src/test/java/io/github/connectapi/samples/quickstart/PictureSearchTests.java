package io.github.connectapi.samples.quickstart;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

import io.github.connectapi.ConnectSession;
import io.github.connectapi.ConnectTokenRejectedException;
import io.github.connectapi.session.ConnectSessionManager;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.spring.WithFakeConnectServer;

import static io.github.connectapi.test.assertj.ConnectAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests the application with a fake Connect API.
 */
@SpringBootTest
@WithFakeConnectServer
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class PictureSearchTests {

	@Autowired
	private PictureSearch search;

	@Autowired
	private ConnectSessionManager sessions;

	@Autowired
	private FakeConnectServer server;

	@Test
	void whenSearchedThenTheStandardTokenOfTheSessionIsSent() {
		assertThat(this.search.titles("tree")).hasSize(3).first().isEqualTo("Old oak tree in a wheat field");

		assertThat(this.server).lastRequest("SearchForImages").usedStandardToken();
	}

	@Test
	void whenTheTokenWasRevokedThenTheSearchIsRepeatedAfterOneLogin() {
		this.search.titles("tree");
		this.server.clearRequests();
		this.server.revokeAll();

		assertThat(this.search.titles("dog")).hasSize(3).first().isEqualTo("Dog running on a beach");
		assertThat(this.server).receivedExactly("SearchForImages", "CreateSession", "SearchForImages");
	}

	@Test
	void whenANewTokenIsRejectedThenTheSearchIsNotRepeated() {
		ConnectSession old = this.sessions.getSession();
		this.sessions.invalidate(old);
		this.sessions.getSession();
		this.server.clearRequests();
		this.server.enqueue("SearchForImages", Fault.error("AUTH-021", "Not valid.").httpStatus(401));

		assertThatExceptionOfType(ConnectTokenRejectedException.class).isThrownBy(() -> this.search.titles("dog"))
			.withMessageContaining("AUTH-021");
		assertThat(this.server).receivedExactly("SearchForImages");
	}

}
