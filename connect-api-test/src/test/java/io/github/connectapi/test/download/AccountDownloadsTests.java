package io.github.connectapi.test.download;

import java.time.Instant;

import io.github.connectapi.test.catalog.Offering;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountDownloadsTests {

	private final AccountDownloads account = new AccountDownloads();

	@Test
	void whenThereAreTooManyDownloadsThenTheOldestAreForgotten() {
		this.account.add(new Quota(Offering.EASY_ACCESS, 1, Instant.EPOCH));
		for (int i = 1; i <= 10_001; i++) {
			accept("1", String.valueOf(i));
		}
		assertThat(this.account.downloads()).hasSize(10_000);
		assertThat(this.account.downloads().get(0).orderId()).isEqualTo("10001");
		assertThat(this.account.downloads().get(9_999).orderId()).isEqualTo("2");
	}

	private void accept(String assetId, String orderId) {
		DownloadToken token = new DownloadToken(assetId, "size", Offering.EASY_ACCESS, Instant.EPOCH, 0, "user");
		assertThat(this.account.accept(token, false, orderId, Instant.EPOCH)).isPresent();
	}

}
