package io.github.connectapi.test.search;

import java.util.List;
import java.util.Set;

import io.github.connectapi.test.catalog.EditorialInfo;
import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.ImageFamily;
import io.github.connectapi.test.catalog.ImageSize;
import io.github.connectapi.test.catalog.LicensingModel;
import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.file.Rendition;
import io.github.connectapi.test.operation.WireDate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the images of GetImageDetails.
 *
 * @param baseUrl the base URL of the server
 * @param accountOfferings the offerings of the account
 * @param includeSizeName whether to write the names of sizes
 */
record ImageDetailsWriter(String baseUrl, Set<Offering> accountOfferings, boolean includeSizeName) {

	void write(Image image, ObjectNode json) {
		writeText(image, json);
		writeClassification(image, json);
		writeEditorial(image.editorial(), json);
		writeRights(image, json);
		writeUrls(image, json);
	}

	private static void writeText(Image image, ObjectNode json) {
		json.put("ImageId", image.id())
			.put("Title", image.title())
			.put("Artist", image.artist())
			.put("ArtistTitle", image.artistTitle())
			.put("Caption", image.caption())
			.put("City", image.place().city())
			.put("StateProvince", image.place().stateProvince())
			.put("Country", image.place().country())
			.put("CollectionId", Integer.toString(image.collection().id()))
			.put("CollectionName", image.collection().name())
			.put("CreditLine", image.creditLine())
			.put("DateCreated", WireDate.format(image.created().toInstant()))
			.put("DateSubmitted", WireDate.format(image.submitted().toInstant()));
		ArrayNode keywords = json.putArray("Keywords");
		image.keywords().forEach((keyword) -> JsonFields.keyword(keywords, keyword));
	}

	/** The names differ from those in a search. */
	private static void writeClassification(Image image, ObjectNode json) {
		json.put("ColorType", (image.appearance().color() ? "color" : "black/white"))
			.put("GraphicStyle", (image.appearance().illustration() ? "Illustration" : "Photograph"))
			.put("ImageFamily", image.family().wireName())
			.put("LicensingModel", image.rights().licensingModel().wireName());
	}

	private static void writeEditorial(EditorialInfo editorial, ObjectNode json) {
		List<Integer> events = editorial.eventIds();
		json.put("EventId", (events.isEmpty() ? null : events.get(0)))
			.put("EditorialSourceId", JsonFields.nullIfEmpty(editorial.sourceId()))
			.put("EditorialSourceName", JsonFields.nullIfEmpty(editorial.sourceName()))
			.put("QualityRank", editorial.qualityRank());
		JsonFields.eventIds(json, events);
		JsonFields.texts(json, "EditorialSegments", editorial.segments());
	}

	private void writeRights(Image image, ObjectNode json) {
		Iterable<String> offerings = ImageWriter.applicableOfferings(image, this.accountOfferings);
		JsonFields.texts(json, "ApplicableProductOfferings", offerings);
		json.put("Copyright", image.rights().copyright()).put("ReleaseMessage", image.rights().releaseMessage());
		JsonFields.texts(json, "Restrictions", image.rights().restrictions());
		ArrayNode sizes = json.putArray("SizesDownloadableImages");
		if (offerings.iterator().hasNext()) {
			image.sizes().forEach((size) -> writeSize(image, size, sizes.addObject()));
		}
	}

	private void writeSize(Image image, ImageSize size, ObjectNode json) {
		boolean named = this.includeSizeName && image.family() == ImageFamily.CREATIVE
				&& image.rights().licensingModel() == LicensingModel.ROYALTY_FREE;
		json.put("FileSizeInBytes", size.fileSizeInBytes())
			.put("InchesHeight", size.inchesHeight())
			.put("InchesWidth", size.inchesWidth())
			.put("MimeType", size.mimeType())
			.put("PixelHeight", size.pixelHeight())
			.put("PixelWidth", size.pixelWidth())
			.put("ResolutionDpi", size.resolutionDpi())
			.put("SizeKey", size.key())
			.put("SizeName", (named ? size.name() : null));
	}

	private void writeUrls(Image image, ObjectNode json) {
		String comp = Rendition.COMP.url(this.baseUrl, image.id());
		String watermarkComp = Rendition.WATERMARK_COMP.url(this.baseUrl, image.id());
		String preview = Rendition.PREVIEW.url(this.baseUrl, image.id());
		json.put("UrlComp", comp)
			.put("UrlHiResComp", comp)
			.put("UrlPreview", preview)
			.put("UrlThumb", Rendition.THUMB.url(this.baseUrl, image.id()))
			.put("UrlWatermarkComp", watermarkComp)
			.put("UrlWatermarkHiResComp", watermarkComp)
			.put("UrlWatermarkPreview", Rendition.WATERMARK_PREVIEW.url(this.baseUrl, image.id()));
		JsonFields.referralDestinations(json, preview);
	}

}
