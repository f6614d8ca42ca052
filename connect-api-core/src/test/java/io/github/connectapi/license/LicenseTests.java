package io.github.connectapi.license;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.connectapi.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LicenseTests {

	private static final String ADDRESS = "https://delivery.example/canary.jpg?k=1";

	private static final Instant TIME = Instant.parse("2026-11-30T10:15:30.123456Z");

	private final License license = builder(ADDRESS).sizeKey("large")
		.productOffering("EasyAccess", "42")
		.fileSize(1234L)
		.build();

	@Test
	void whenTheTextIsReadThenTheLicenseIsEqual() {
		assertThat(License.fromText(this.license.toText())).isEqualTo(this.license)
			.hasSameHashCodeAs(this.license)
			.satisfies((read) -> assertThat(read.fileAddress().reveal()).isEqualTo(ADDRESS))
			.satisfies((read) -> assertThat(read.purchasedAt()).isEqualTo(TIME));
	}

	@Test
	void whenValuesAreAbsentThenTheyAreAbsentInTheText() {
		License least = builder("https://delivery.example/東京").build();
		License read = License.fromText("  " + least.toText() + "\r\n");
		assertThat(read).isEqualTo(least);
		assertThat(read.sizeKey()).isEmpty();
		assertThat(read.productOfferingType()).isEmpty();
		assertThat(read.productOfferingInstanceId()).isEmpty();
		assertThat(read.fileSize()).isEmpty();
	}

	@Test
	void whenAValueIsLongThenTheLicenseIsEqual() {
		License longest = builder(ADDRESS + "k".repeat(70_000)).build();
		assertThat(License.fromText(longest.toText())).isEqualTo(longest);
	}

	@Test
	void whenTheAddressDiffersThenTheLicenseDiffers() {
		assertThat(builder(ADDRESS).build()).isNotEqualTo(builder(ADDRESS + "2").build());
	}

	@Test
	void whenPrintedThenTheAddressIsMasked() {
		assertThat(this.license).asString()
			.isEqualTo("License[assetId=123, sizeKey=large, productOfferingType=EasyAccess, "
					+ "productOfferingInstanceId=42, coordinationId=id-1, purchasedAt=2026-11-30T10:15:30.123456Z, "
					+ "fileSize=1234, fileAddress=******]");
	}

	@Test
	void whenTheTextIsWrittenThenItIsOneLineThatShowsNoAddress() {
		assertThat(this.license.toText()).startsWith("getty-license-1.")
			.matches("[A-Za-z0-9._-]+")
			.doesNotContain("canary");
	}

	@Test
	void whenAnyCharacterIsChangedThenTheTextIsRefused() {
		String text = this.license.toText();
		for (int i = "getty-license-1.".length(); i < text.length() - 1; i++) {
			String changed = text.substring(0, i) + ((text.charAt(i) == 'x') ? 'y' : 'x') + text.substring(i + 1);
			assertThatIllegalArgumentException().isThrownBy(() -> License.fromText(changed))
				.withMessage("The text of the license is damaged")
				.withNoCause();
		}
	}

	@Test
	void whenTheTextIsTruncatedThenItIsRefused() {
		String text = this.license.toText();
		for (int i = "getty-license-1.".length(); i < text.length(); i++) {
			String truncated = text.substring(0, i);
			assertThatIllegalArgumentException().isThrownBy(() -> License.fromText(truncated))
				.withMessage("The text of the license is damaged");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "{}", "https://delivery.example/canary.jpg" })
	void whenTheTextIsAnotherThenItIsRefusedWithoutQuotingIt(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> License.fromText(text))
			.withMessage("The text is not the text of a license");
	}

	@Test
	void whenTheVersionIsLaterThenTheTextIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> License.fromText("getty-license-2.AAAA"))
			.withMessage("The text of the license was written by another version");
	}

	private static LicenseBuilder builder(String address) {
		return License.builder("123", "id-1", TIME, Secret.of(address));
	}

}
