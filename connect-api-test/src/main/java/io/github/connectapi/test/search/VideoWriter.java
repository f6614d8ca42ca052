package io.github.connectapi.test.search;

import java.util.List;
import java.util.Set;

import io.github.connectapi.test.catalog.Keyword;
import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.catalog.Video;
import io.github.connectapi.test.catalog.VideoFormat;
import io.github.connectapi.test.file.Rendition;
import io.github.connectapi.test.operation.WireDate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the videos of a search.
 *
 * @param baseUrl the base URL of the server
 * @param userName the user name of the account
 * @param accountOfferings the offerings of the account
 * @param tokens issues the download tokens
 */
record VideoWriter(String baseUrl, String userName, Set<Offering> accountOfferings, VideoDownloadTokens tokens) {

	void write(Video video, ObjectNode json) {
		writeText(video, json);
		writeFormat(video, json);
		writeSizes(video, json.putArray("DownloadSizes"));
		writeUrls(video, json.putObject("Urls"));
	}

	private static void writeText(Video video, ObjectNode json) {
		json.put("AssetId", video.id())
			.put("AssetFamily", video.family().wireName())
			.put("Title", video.title())
			.put("Caption", video.caption())
			.put("FilmMaker", video.filmMaker())
			.put("CollectionId", Integer.toString(video.collection().id()))
			.put("CollectionName", video.collection().name())
			.put("Copyright", video.rights().copyright())
			.put("DateCreated", WireDate.format(video.created().toInstant()))
			.put("LicenseType", video.licenseType())
			.put("Release", video.release())
			.put("Source", JsonFields.nullIfEmpty(video.source()));
		JsonFields.texts(json, "AuthorizationConstraints", video.rights().authorizationConstraints());
		JsonFields.texts(json, "Restrictions", video.rights().restrictions());
		ArrayNode keywords = json.putArray("Keywords");
		for (Keyword keyword : video.keywords()) {
			int weight = Math.max(1, 100 - 5 * keywords.size());
			JsonFields.keyword(keywords, keyword).put("Weight", Integer.toString(weight));
		}
	}

	private static void writeFormat(Video video, ObjectNode json) {
		VideoFormat format = video.format();
		JsonFields.texts(json, "AspectRatios", format.aspectRatios())
			.put("ClipLength", format.clipLength())
			.put("Color", format.color())
			.put("Era", format.era())
			.put("MasteredTo", format.masteredTo())
			.put("OriginallyShotOn", format.originallyShotOn())
			.put("ShotSpeed", format.shotSpeed());
	}

	private void writeSizes(Video video, ArrayNode sizes) {
		List<Offering> offerings = video.rights()
			.offerings()
			.stream()
			.filter((offering) -> video.rights().authorizationConstraints().isEmpty())
			.filter(this.accountOfferings::contains)
			.toList();
		for (VideoFormat.Size size : video.format().sizes()) {
			ArrayNode authorizations = sizes.addObject()
				.put("Description", size.description())
				.put("Name", size.name())
				.putArray("DownloadAuthorizations");
			for (Offering offering : offerings) {
				authorizations.addObject()
					.put("DownloadToken", this.tokens.tokenFor(this.userName, video, offering))
					.putNull("ProductOfferingInstanceId")
					.put("ProductOfferingType", offering.wireName());
			}
		}
	}

	private void writeUrls(Video video, ObjectNode urls) {
		urls.put("Comp", Rendition.WATERMARK_COMP.url(this.baseUrl, video.id()))
			.put("FlashPreview", Rendition.PREVIEW.url(this.baseUrl, video.id()))
			.put("Thumb", Rendition.THUMB.url(this.baseUrl, video.id()));
		ArrayNode storyBoard = urls.putArray("StoryBoard");
		for (String imageId : video.storyboardImageIds()) {
			int number = storyBoard.size() + 1;
			storyBoard.addObject()
				.put("ImageUrl", Rendition.PREVIEW.url(this.baseUrl, imageId))
				.put("SequenceNumber", number);
		}
	}

}
