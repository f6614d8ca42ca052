package io.github.connectapi.test.lightbox;

import java.util.List;

import io.github.connectapi.test.file.Rendition;
import io.github.connectapi.test.operation.WireDate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes lightboxes as JSON. Ids, counts and positions are text, as the field tables of
 * the API documentation say.
 */
final class LightboxWriter {

	private final String baseUrl;

	private final boolean includeMaxSize;

	LightboxWriter(String baseUrl, boolean includeMaxSize) {
		this.baseUrl = baseUrl;
		this.includeMaxSize = includeMaxSize;
	}

	void write(Lightbox lightbox, List<LightboxItem> page, int firstPosition, ObjectNode json) {
		writeHeader(lightbox, json.putObject("LightboxHeader"));
		ArrayNode items = json.putArray("LightboxItems");
		for (int i = 0; i < page.size(); i++) {
			writeItem(page.get(i), firstPosition + i, items.addObject());
		}
	}

	void writeHeader(Lightbox lightbox, ObjectNode json) {
		LightboxDetails details = lightbox.details();
		json.put("LightboxId", String.valueOf(lightbox.id()))
			.put("LightboxName", details.name())
			.put("ClientName", details.clientName())
			.put("ProjectName", details.projectName())
			.put("DateCreated", WireDate.format(lightbox.created()))
			.put("DateModified", WireDate.format(lightbox.modified()))
			.put("IsShared", lightbox.shared())
			.put("LightboxItemCount", String.valueOf(lightbox.items().size()))
			.put("LightboxUrl", "%s/lightboxes/%s".formatted(this.baseUrl, lightbox.id()))
			.put("Notes", details.notes());
	}

	private void writeItem(LightboxItem item, int position, ObjectNode json) {
		Asset asset = item.asset();
		json.put("AssetId", asset.id())
			.put("Comment", "")
			.put("DateCreated", WireDate.format(item.added()))
			.put("DateModified", WireDate.format(item.added()))
			.put("ItemPosition", String.valueOf(position))
			.put("LightboxItemId", String.valueOf(item.id()));
		writeUrls(asset, json.putObject("Urls"));
		if (this.includeMaxSize) {
			json.put("MaxWidthAvailable", asset.maxWidth()).put("MaxHeightAvailable", asset.maxHeight());
		}
		json.put("Title", asset.title()).put("Caption", asset.caption());
	}

	private void writeUrls(Asset asset, ObjectNode json) {
		json.put("Preview", Rendition.PREVIEW.url(this.baseUrl, asset.id()))
			.put("SmallThumb", Rendition.THUMB.url(this.baseUrl, asset.id()))
			.put("Thumb", Rendition.THUMB.url(this.baseUrl, asset.id()))
			.put("WatermarkPreview", Rendition.WATERMARK_PREVIEW.url(this.baseUrl, asset.id()));
	}

}
