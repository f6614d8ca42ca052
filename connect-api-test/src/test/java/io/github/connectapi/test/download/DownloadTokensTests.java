package io.github.connectapi.test.download;

import java.time.Instant;
import java.time.InstantSource;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.catalog.Catalog;
import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.catalog.Video;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DownloadTokensTests {

	private static final Video VIDEO = Catalog.get().videos().get(0);

	private final DownloadTokens tokens = new DownloadTokens(InstantSource.fixed(Instant.EPOCH));

	@Test
	void whenTokenIsForVideoThenItAuthorizesTheVideo() {
		assertThat(this.tokens.read(this.tokens.tokenFor("user", VIDEO, Offering.EASY_ACCESS)))
			.hasValueSatisfying((token) -> {
				assertThat(token.isVideo()).isTrue();
				assertThat(token.assetId()).isEqualTo(VIDEO.id());
				assertThat(token.userName()).isEqualTo("user");
				assertThat(token.offering()).isEqualTo(Offering.EASY_ACCESS);
				assertThat(this.tokens.isExpired(token)).isFalse();
			});
	}

	@Test
	void whenUserNameHasLineBreaksThenItIsRead() {
		assertThat(this.tokens.read(this.tokens.tokenFor("\na\nb\n", VIDEO, Offering.EASY_ACCESS)))
			.hasValueSatisfying((token) -> assertThat(token.userName()).isEqualTo("\na\nb\n"));
	}

	@Test
	void whenTokensAreForTheSameVideoThenTheyDiffer() {
		assertThat(this.tokens.tokenFor("user", VIDEO, Offering.EASY_ACCESS))
			.isNotEqualTo(this.tokens.tokenFor("user", VIDEO, Offering.EASY_ACCESS));
	}

	@Test
	void whenTextIsOfOtherInstanceThenItIsNoToken() {
		DownloadTokens others = new DownloadTokens(InstantSource.fixed(Instant.EPOCH));
		assertThat(this.tokens.read(others.tokenFor("user", VIDEO, Offering.EASY_ACCESS))).isEmpty();
		assertThat(this.tokens.read("")).isEmpty();
		assertThat(this.tokens.read("\ud800")).isEmpty();
	}

	@Test
	void whenUnknownImageIsWithdrawnThenExceptionNamesIt() {
		try (FakeConnectServer server = FakeConnectServer.builder().https(false).start()) {
			assertThatIllegalArgumentException().isThrownBy(() -> server.withdraw("1"))
				.withMessage("There is no image or video with id '1'");
		}
	}

}
