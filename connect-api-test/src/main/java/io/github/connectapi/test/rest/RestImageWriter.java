package io.github.connectapi.test.rest;

import java.util.List;
import java.util.Locale;

import io.github.connectapi.test.catalog.Image;
import io.github.connectapi.test.catalog.Keyword;
import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.download.Purchases;
import io.github.connectapi.test.file.Rendition;
import io.github.connectapi.test.operation.Json;
import io.github.connectapi.test.search.EmbedFiles;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the fields of images that a request wants.
 *
 * @param purchases knows what is authorized
 * @param baseUrl the base URL of the port that received the request
 * @param userName the user name of the account, or the empty string if there is no user
 * @param fields the fields
 */
record RestImageWriter(Purchases purchases, String baseUrl, String userName, ImageFields fields) {

	ObjectNode write(Image image) {
		ObjectNode json = Json.object().put("id", image.id());
		writeText(image, json);
		writeClassification(image, json);
		writeRights(image, json);
		writeLinks(image, json);
		writeDownloads(image, json);
		json.retain(this.fields.names());
		return json;
	}

	private static void writeText(Image image, ObjectNode json) {
		json.put("title", image.title())
			.put("caption", image.caption())
			.put("artist", image.artist())
			.put("artist_title", image.artistTitle())
			.put("city", image.place().city())
			.put("state_province", image.place().stateProvince())
			.put("country", image.place().country())
			.put("credit_line", image.creditLine())
			.put("date_created", image.created().toInstant().toString())
			.put("date_submitted", image.submitted().toInstant().toString());
		ArrayNode keywords = json.putArray("keywords");
		for (Keyword keyword : image.keywords()) {
			keywords.addObject()
				.put("keyword_id", keyword.id())
				.put("text", keyword.text())
				.put("type", keyword.type());
		}
		texts(json, "people", image.people());
	}

	private static void writeClassification(Image image, ObjectNode json) {
		json.put("asset_family", lowerCase(image.family().wireName()))
			.put("collection_code", "C" + image.collection().id())
			.put("collection_id", image.collection().id())
			.put("collection_name", image.collection().name())
			.put("color_type", image.appearance().color() ? "color" : "black_and_white")
			.put("graphical_style", lowerCase(image.appearance().graphicStyle()))
			.put("orientation", lowerCase(image.appearance().orientation().name()))
			.put("quality_rank", image.editorial().qualityRank());
		texts(json, "editorial_segments",
				image.editorial().segments().stream().map(RestImageWriter::lowerCase).toList());
		ArrayNode events = json.putArray("event_ids");
		image.editorial().eventIds().forEach(events::add);
	}

	private static void writeRights(Image image, ObjectNode json) {
		json.put("call_for_image", !image.rights().authorizationConstraints().isEmpty())
			.put("copyright", image.rights().copyright())
			.put("license_model", lowerCase(image.rights().licensingModel().wireName()));
		ObjectNode use = json.putObject("allowed_use")
			.put("how_can_i_use_it", image.rights().restrictions().isEmpty() ? "Commercial and editorial use" : null)
			.put("release_info", image.rights().releaseMessage());
		texts(use, "usage_restrictions", image.rights().restrictions());
		json.putObject("max_dimensions")
			.put("height", image.largestSize().pixelHeight())
			.put("width", image.largestSize().pixelWidth());
	}

	private void writeLinks(Image image, ObjectNode json) {
		ArrayNode displays = json.putArray(ImageFields.DISPLAY_SIZES);
		for (Rendition rendition : this.fields.renditions()) {
			displays.addObject()
				.put("is_watermarked", rendition.isWatermarked())
				.put("name", rendition.pathName())
				.put("uri", rendition.url(this.baseUrl, image.id()));
		}
		json.put("uri_oembed", image.rights().embeddable() ? EmbedFiles.url(this.baseUrl, image.id()) : null);
		json.putArray("referral_destinations")
			.addObject()
			.put("site_name", "gettyimages")
			.put("uri", Rendition.PREVIEW.url(this.baseUrl, image.id()));
	}

	/** Without a user, no product offering authorizes anything. */
	private void writeDownloads(Image image, ObjectNode json) {
		List<Offering> offerings = this.userName.isEmpty() ? List.of()
				: this.purchases.authorizing(this.userName, image);
		texts(json, "product_types", offerings.stream().map(ProductTypes::of).toList());
		writeDownloads(image, offerings, json.putArray(ImageFields.LARGEST_DOWNLOADS));
		ArrayNode sizes = json.putArray(ImageFields.DOWNLOAD_SIZES);
		image.sizes().forEach((size) -> {
			ObjectNode written = sizes.addObject()
				.put("bytes", size.fileSizeInBytes())
				.put("dpi", size.resolutionDpi())
				.put("height", size.pixelHeight())
				.put("media_type", size.mimeType())
				.put("name", size.name())
				.put("width", size.pixelWidth());
			if (this.fields.has(ImageFields.DOWNLOADS)) {
				writeDownloads(image, offerings, written.putArray("downloads"));
			}
		});
	}

	private void writeDownloads(Image image, List<Offering> offerings, ArrayNode downloads) {
		for (Offering offering : offerings) {
			downloads.addObject()
				.put("product_id", this.purchases.instanceId(this.userName, offering))
				.put("product_type", ProductTypes.of(offering))
				.put("uri", "%s/v3/downloads/images/%s".formatted(this.baseUrl, image.id()));
		}
	}

	private static void texts(ObjectNode json, String name, Iterable<String> texts) {
		ArrayNode array = json.putArray(name);
		texts.forEach(array::add);
	}

	private static String lowerCase(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

}
