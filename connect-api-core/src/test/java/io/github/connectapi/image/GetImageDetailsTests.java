package io.github.connectapi.image;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.connectapi.operation.ConnectOperations;
import io.github.connectapi.typed.OperationFixture;

import static io.github.connectapi.typed.DocumentedFields.assertFields;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Typed form of GetImageDetails, compared with its page.
 */
class GetImageDetailsTests {

	private final OperationFixture operation = new OperationFixture(ConnectOperations.GET_IMAGE_DETAILS);

	@AfterEach
	void close() {
		this.operation.close();
	}

	@Test
	void whenTheRequestIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(GetImageDetails.class, """
				Collection ImageIds
				String Language
				""");
	}

	@Test
	void whenTheResultIsComparedThenItHasExactlyTheDocumentedFields() {
		assertFields(GetImageDetailsResult.class, """
				Collection Images
				""");
		assertFields(ImageDetails.class, """
				Collection ApplicableProductOfferings EditorialSegments EventIds Keywords
				Collection ReferralDestinations Restrictions SizesDownloadableImages
				Date DateCreated DateSubmitted
				Integer EventId QualityRank
				String Artist ArtistTitle Caption City CollectionId/CollectionID CollectionName ColorType Copyright
				String Country CreditLine EditorialSourceId EditorialSourceName GraphicStyle ImageFamily ImageId
				String LicensingModel ReleaseMessage StateProvince Title
				String UrlComp UrlHiResComp UrlPreview UrlThumb UrlWatermarkComp UrlWatermarkHiResComp
				String UrlWatermarkPreview
				""");
		assertFields(ImageSize.class, """
				Integer FileSizeInBytes PixelHeight PixelWidth ResolutionDpi
				Double InchesHeight InchesWidth
				String MimeType SizeKey SizeName
				""");
	}

	@Test
	void whenAllOptionsAreSetThenTheyAreSent() {
		this.operation.assertRequest(GetImageDetails.of("1", "2").withLanguage("de"), """
				{"ImageIds":["1","2"],"Language":"de"}""");
	}

	@Test
	void whenTheResultHasAllFieldsThenTheyAreRead() {
		this.operation.assertResult(GetImageDetails.of("1"), """
				{"Images":[{"ApplicableProductOfferings":["EasyAccess"],"Artist":"a","ArtistTitle":"b",
				"Caption":"c","City":"d","CollectionId":"1","CollectionName":"e","ColorType":"color","Copyright":"f",
				"Country":"g","CreditLine":"h","DateCreated":"2011-01-12T21:49:51.374Z",
				"DateSubmitted":"2011-01-13T21:49:51Z","EditorialSegments":["News"],"EditorialSourceId":"2",
				"EditorialSourceName":"i","EventId":3,"EventIds":[3,4],"GraphicStyle":"Photograph",
				"ImageFamily":"editorial","ImageId":"5",
				"Keywords":[{"Id":"6","Text":"j","Type":"Concept","VisualProminence":null}],
				"LicensingModel":"RightsManaged","QualityRank":1,
				"ReferralDestinations":[{"SiteName":"k","Url":"l"}],"ReleaseMessage":"m","Restrictions":["n"],
				"SizesDownloadableImages":[{"FileSizeInBytes":123,"InchesHeight":1.5,"InchesWidth":2.25,
				"MimeType":"image/jpeg","PixelHeight":600,"PixelWidth":900,"ResolutionDpi":300,"SizeKey":"7",
				"SizeName":"Large"}],
				"StateProvince":"o","Title":"p","UrlComp":"q","UrlHiResComp":"r","UrlPreview":"s","UrlThumb":"t",
				"UrlWatermarkComp":"u","UrlWatermarkHiResComp":"v","UrlWatermarkPreview":"w"}]}""",
				GetImageDetailsResult.class);
	}

	@Test
	void whenAFileIsLargerThanTwoGigabytesThenItsSizeIsRead() {
		GetImageDetailsResult result = this.operation.read(GetImageDetails.of("1"), """
				{"Images":[{"SizesDownloadableImages":[{"FileSizeInBytes":"3000000000"}]}]}""",
				GetImageDetailsResult.class);
		assertThat(result.images().get(0).sizesDownloadableImages()).extracting(ImageSize::fileSizeInBytes)
			.containsExactly(3_000_000_000L);
	}

}
