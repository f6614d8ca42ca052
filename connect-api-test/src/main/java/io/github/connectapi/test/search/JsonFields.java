package io.github.connectapi.test.search;

import java.util.List;

import io.github.connectapi.test.catalog.Keyword;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes fields that several operations have.
 */
final class JsonFields {

	private JsonFields() {
	}

	static ObjectNode texts(ObjectNode json, String name, Iterable<String> texts) {
		ArrayNode array = json.putArray(name);
		texts.forEach(array::add);
		return json;
	}

	static ObjectNode keyword(ArrayNode keywords, Keyword keyword) {
		return keywords.addObject().put("Id", keyword.id()).put("Text", keyword.text()).put("Type", keyword.type());
	}

	static void eventIds(ObjectNode json, List<Integer> ids) {
		texts(json, "EventIds", ids.stream().map(String::valueOf).toList());
	}

	/** The fake has no page of an image but its preview. */
	static void referralDestinations(ObjectNode json, String url) {
		json.putArray("ReferralDestinations").addObject().put("SiteName", "gettyimages").put("Url", url);
	}

	/** The catalog has an empty text where the API has none. */
	static @Nullable String nullIfEmpty(String text) {
		return (text.isEmpty() ? null : text);
	}

}
