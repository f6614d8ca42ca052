package io.github.connectapi.samples.quickstart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

import io.github.connectapi.image.ImageDetails;
import io.github.connectapi.image.ImageSize;
import io.github.connectapi.license.License;
import io.github.connectapi.purchase.ConnectPurchaseException;
import io.github.connectapi.purchase.LicenseOption;
import io.github.connectapi.purchase.LicenseRequest;
import io.github.connectapi.purchase.PurchaseOutcome;
import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Fault;
import io.github.connectapi.test.spring.WithFakeConnectServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests the shop with a fake Connect API.
 */
@SpringBootTest
@WithFakeConnectServer
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class PictureShopTests {

	@Autowired
	private PictureShop shop;

	@Autowired
	private FakeConnectServer server;

	private final List<License> licenses = new ArrayList<>();

	@Test
	void whenThePhraseMatchesNothingThenThereIsNoPicture() {
		assertThat(this.shop.find("zzzzzz")).isEmpty();
	}

	@Test
	void whenBoughtThenTheFileHasTheSizeAndTheQuotaDecreases(@TempDir Path folder) {
		ImageDetails picture = this.shop.find("mountain").orElseThrow();
		ImageSize size = picture.sizesDownloadableImages().get(0);
		LicenseRequest request = LicenseRequest.of(picture.imageId(), size.sizeKey());
		LicenseOption before = this.shop.options(request).get(0);

		Path file = this.shop.buy(request.withProductOffering(before.productOfferingType()),
				folder.resolve("picture.jpg"), this.licenses::add);

		assertThat(file).hasSize(size.fileSizeInBytes());
		assertThat(this.licenses).singleElement()
			.satisfies((license) -> assertThat(license.assetId()).isEqualTo(picture.imageId()));
		LicenseOption after = this.shop.options(request).get(0);
		assertThat(after.downloadsRemaining()).isEqualTo(before.downloadsRemaining() - 1);
		assertThat(after.isFree()).isTrue();
	}

	@Test
	void whenBoughtTwiceThenOnlyTheFirstConsumesQuota(@TempDir Path folder) {
		LicenseRequest request = request("tree");
		int downloadsUsed = this.server.downloadsUsed();

		this.shop.buy(request, folder.resolve("picture.jpg"), this.licenses::add);
		this.shop.buy(request, folder.resolve("picture.jpg"), this.licenses::add);

		assertThat(this.server.downloadsUsed()).isEqualTo(downloadsUsed + 1);
		assertThat(this.licenses).hasSize(2);
	}

	@Test
	void whenTheResponseToAPurchaseIsDroppedThenItIsBoughtOnce(@TempDir Path folder) {
		LicenseRequest request = request("dog");
		int downloadsUsed = this.server.downloadsUsed();
		this.server.enqueue("CreateDownloadRequest", Fault.dropResponse());

		assertThat(this.shop.buy(request, folder.resolve("picture.jpg"), this.licenses::add)).isNotEmptyFile();
		assertThat(this.server.downloadsUsed()).isEqualTo(downloadsUsed + 1);
	}

	@Test
	void whenTheQuotaIsUsedUpThenNothingIsBought(@TempDir Path folder) {
		LicenseRequest request = request("breakfast");
		setQuota(request, 0);

		assertThatExceptionOfType(ConnectPurchaseException.class)
			.isThrownBy(() -> this.shop.buy(request, folder.resolve("picture.jpg"), this.licenses::add))
			.satisfies((ex) -> assertThat(ex.outcome()).isEqualTo(PurchaseOutcome.NOT_BOUGHT));
		assertThat(folder).isEmptyDirectory();
		setQuota(request, 100);
	}

	private void setQuota(LicenseRequest request, int downloads) {
		this.server.accounts()
			.setOffering(this.server.properties().get("getty.connect.user-name"),
					request.productOffering().orElseThrow(), downloads);
	}

	private LicenseRequest request(String phrase) {
		ImageDetails picture = this.shop.find(phrase).orElseThrow();
		LicenseRequest request = LicenseRequest.of(picture.imageId(),
				picture.sizesDownloadableImages().get(0).sizeKey());
		return request.withProductOffering(this.shop.options(request).get(0).productOfferingType());
	}

}
