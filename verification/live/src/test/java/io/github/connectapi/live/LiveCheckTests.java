package io.github.connectapi.live;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The live check on the fake server, which behaves as inferred.
 */
@ExtendWith(OutputCaptureExtension.class)
class LiveCheckTests {

	private final FakeConnectServer server = FakeConnectServer.builder().https(false).start();

	private final Map<String, String> environment = FakeEnvironment.of(this.server);

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void whenTheServerBehavesAsInferredThenAllFindingsAreConfirmed() {
		assertThat(run()).isZero();
		assertThat(output()).contains("All findings are confirmed").doesNotContain("DIFFERENT");
		assertThat(this.server.count("SearchForImages")).isEqualTo(this.server.requests().size() - 2);
		assertThat(this.server.count("CreateSession")).isOne();
		assertThat(this.server.count("RenewSession")).isOne();
	}

	@Test
	void whenAFactIsDifferentThenItIsNamedAndTheCheckContinues() {
		this.server.enqueue("CreateSession", Fault.warning("Canary", "text"));

		assertThat(run()).isZero();
		assertThat(output()).contains("DIFFERENT  Status of a success", "seen:    warning")
			.contains("seen:    Canary", "Different findings: 2");
		assertThat(this.server.count("RenewSession")).isOne();
	}

	@Test
	void whenTheCheckEndsThenNoSecretWasPrinted(CapturedOutput log) {
		run();

		assertThat(output() + log).doesNotContain(this.environment.get("GETTY_CONNECT_SYSTEM_PASSWORD"))
			.doesNotContain(this.environment.get("GETTY_CONNECT_USER_PASSWORD"))
			.doesNotContainPattern("[A-Za-z0-9+/=|#]{40,}");
	}

	@Test
	void whenThePasswordIsWrongThenThereIsOneLogin() {
		this.environment.put("GETTY_CONNECT_USER_PASSWORD", "canary-wrong");

		assertThat(run()).isOne();
		assertThat(output()).contains("Stopped:", "InvalidUsernameOrPassword").doesNotContain("canary");
		assertThat(this.server.requests()).hasSize(1);
	}

	@Test
	void whenAVariableIsMissingThenItIsNamedAndNothingIsSent() {
		this.environment.remove("GETTY_CONNECT_USER_NAME");
		this.environment.put("GETTY_CONNECT_SYSTEM_ID", " ");

		assertThat(run()).isEqualTo(2);
		assertThat(output()).contains("GETTY_CONNECT_SYSTEM_ID, GETTY_CONNECT_USER_NAME.");
		assertThat(this.server.requests()).isEmpty();
	}

	@Test
	void whenTheBaseUrlIsInvalidThenItSaysWhy() {
		this.environment.put("GETTY_CONNECT_BASE_URL", "http://example.com");

		assertThat(run()).isEqualTo(2);
		assertThat(output()).contains("The base URL must begin with https://");
	}

	private int run() {
		return LiveCheck.run(this.environment, new PrintStream(this.out, true, StandardCharsets.UTF_8));
	}

	private String output() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

}
