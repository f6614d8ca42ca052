package io.github.connectapi.test.rest;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import io.github.connectapi.test.file.Rendition;

/**
 * The fields of an image that a request wants.
 *
 * @param names the names of the fields
 * @param renditions the files in {@code display_sizes}
 */
record ImageFields(Set<String> names, Set<Rendition> renditions) {

	static final String DISPLAY_SIZES = "display_sizes";

	static final String DOWNLOAD_SIZES = "download_sizes";

	static final String DOWNLOADS = "downloads";

	static final String LARGEST_DOWNLOADS = "largest_downloads";

	private static final Set<String> WITH_TOKEN = Set.of(DOWNLOAD_SIZES, DOWNLOADS, LARGEST_DOWNLOADS);

	private static final Set<String> SUMMARY = Set.of("asset_family", "caption", "collection_code", "collection_id",
			"collection_name", "license_model", "max_dimensions", "title");

	private static final Set<String> DETAIL = Set.of("allowed_use", "artist", "artist_title", "asset_family",
			"call_for_image", "caption", "city", "collection_code", "collection_id", "collection_name", "color_type",
			"copyright", "country", "credit_line", "date_created", "date_submitted", DOWNLOAD_SIZES,
			"editorial_segments", "event_ids", "graphical_style", "license_model", "max_dimensions", "orientation",
			"product_types", "quality_rank", "referral_destinations", "state_province", "title");

	private static final Set<String> OTHERS = Set.of("accessrestriction", "alternative_ids", "comp_webp",
			"date_camera_shot", "download_product", "editorial_source", "entity_details", "is_ai_editable",
			"istock_collection", "istock_licenses", "keywords", "links", "object_name", "people", "uri_oembed", "id",
			DOWNLOADS, LARGEST_DOWNLOADS);

	static ImageFields ofSearch(RestRequest request) throws RestErrorException {
		return of(request, "thumb");
	}

	static ImageFields ofDetails(RestRequest request) throws RestErrorException {
		return of(request, "artist");
	}

	/** The summary of a search has a field that the one of an image does not have. */
	private static ImageFields of(RestRequest request, String moreInSummary) throws RestErrorException {
		Set<String> names = new LinkedHashSet<>(Set.of("id"));
		Set<Rendition> renditions = EnumSet.noneOf(Rendition.class);
		for (String field : request.parameter("fields").orElse("summary_set").split(",", -1)) {
			String name = field.strip().toLowerCase(Locale.ROOT);
			if (WITH_TOKEN.contains(name) && request.token() == null) {
				throw RestAccessChecker.missingToken();
			}
			add(name, names, renditions);
			if (name.equals("summary_set")) {
				add(moreInSummary, names, renditions);
			}
		}
		return new ImageFields(names, renditions);
	}

	private static void add(String name, Set<String> names, Set<Rendition> renditions) throws RestErrorException {
		switch (name) {
			case "summary_set" -> names.addAll(SUMMARY);
			case "detail_set" -> names.addAll(DETAIL);
			case "display_set" -> renditions.addAll(Set.of(Rendition.COMP, Rendition.PREVIEW, Rendition.THUMB));
			case "comp" -> renditions.add(Rendition.COMP);
			case "preview" -> renditions.add(Rendition.PREVIEW);
			case "thumb" -> renditions.add(Rendition.THUMB);
			default -> addField(name, names);
		}
		if (!renditions.isEmpty()) {
			names.add(DISPLAY_SIZES);
		}
	}

	private static void addField(String name, Set<String> names) throws RestErrorException {
		if (!DETAIL.contains(name) && !OTHERS.contains(name)) {
			throw RestErrorException.invalidParameter("The fields have a value that is not supported.");
		}
		names.add(name);
		if (name.equals(DOWNLOADS)) {
			names.add(DOWNLOAD_SIZES);
		}
	}

	boolean has(String name) {
		return this.names.contains(name);
	}

}
