package io.github.connectapi.test.search;

import java.util.Set;

import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Keyword;
import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.file.Rendition;
import io.github.connectapi.test.operation.WireDate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the images of a search.
 *
 * @param version the version of the operation
 * @param baseUrl the base URL of the server
 * @param accountOfferings the offerings of the account
 * @param includeKeywords whether to write the keywords
 */
record ImageWriter(Version version, String baseUrl, Set<Offering> accountOfferings, boolean includeKeywords) {

	void write(Image image, ObjectNode json) {
		writeText(image, json);
		writeClassification(image, json);
		writeEditorial(image, json);
		writeUrls(image, json);
		JsonFields.texts(json, "ApplicableProductOfferings", applicableOfferings(image, this.accountOfferings));
		JsonFields.texts(json, "AuthorizationConstraints", image.rights().authorizationConstraints());
		if (this.version.isSecond()) {
			json.put("Copyright", image.rights().copyright()).put("ReleaseMessage", image.rights().releaseMessage());
			JsonFields.texts(json, "Restrictions", image.rights().restrictions());
		}
	}

	static Iterable<String> applicableOfferings(Image image, Set<Offering> accountOfferings) {
		return image.rights()
			.offerings()
			.stream()
			.filter(accountOfferings::contains)
			.map(Offering::imageWireName)
			.toList();
	}

	private void writeText(Image image, ObjectNode json) {
		json.put("ImageId", image.id())
			.put("Title", image.title())
			.put("Artist", image.artist())
			.put("Caption", image.caption())
			.put("CollectionId", Integer.toString(image.collection().id()))
			.put("CollectionName", image.collection().name())
			.put("DateCreated", WireDate.format(image.created().toInstant()))
			.put("DateSubmitted", WireDate.format(image.submitted().toInstant()));
		ArrayNode keywords = json.putArray("Keywords");
		if (this.includeKeywords) {
			for (Keyword keyword : image.keywords()) {
				JsonFields.keyword(keywords, keyword).put("VisualProminence", keyword.visualProminence());
			}
		}
	}

	private void writeClassification(Image image, ObjectNode json) {
		json.put("ColorType", colorType(image))
			.put("GraphicStyle", image.appearance().graphicStyle())
			.put("ImageFamily", image.family().wireName())
			.put("LicensingModel", image.rights().licensingModel().wireName())
			.put("QualityRank", image.editorial().qualityRank());
		json.putArray("Orientations").add(orientation(image));
	}

	private static void writeEditorial(Image image, ObjectNode json) {
		JsonFields.texts(json, "EditorialSegments", image.editorial().segments());
		JsonFields.eventIds(json, image.editorial().eventIds());
		json.put("EditorialSourceId", JsonFields.nullIfEmpty(image.editorial().sourceId()));
		// Documented as not yet being populated.
		json.putNull("EditorialSourceName");
	}

	private void writeUrls(Image image, ObjectNode json) {
		String preview = Rendition.PREVIEW.url(this.baseUrl, image.id());
		json.put("UrlComp", Rendition.COMP.url(this.baseUrl, image.id()))
			.put("UrlPreview", preview)
			.put("UrlThumb", Rendition.THUMB.url(this.baseUrl, image.id()))
			.put("UrlWatermarkComp", Rendition.WATERMARK_COMP.url(this.baseUrl, image.id()))
			.put("UrlWatermarkPreview", Rendition.WATERMARK_PREVIEW.url(this.baseUrl, image.id()));
		if (this.version.isSecond()) {
			json.put("UrlEmbed", (image.rights().embeddable() ? EmbedFiles.url(this.baseUrl, image.id()) : null));
		}
		JsonFields.referralDestinations(json, preview);
	}

	private String colorType(Image image) {
		String type = image.appearance().colorType();
		return (type.equals("BlackAndWhite") && !this.version.isSecond() ? "Black/White" : type);
	}

	/** Version 1 has one name for both panoramic orientations. */
	private String orientation(Image image) {
		String orientation = image.appearance().orientation().wireName();
		return (orientation.startsWith("Panoramic") && !this.version.isSecond() ? "Panoramic" : orientation);
	}

}
