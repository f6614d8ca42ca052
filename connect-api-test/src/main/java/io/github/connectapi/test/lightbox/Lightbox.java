package io.github.connectapi.test.lightbox;

import java.time.Instant;
import java.util.List;

/**
 * A lightbox.
 *
 * @param id the id
 * @param owner the user name of the account that owns it
 * @param details what the owner wrote about it
 * @param shared whether it is a shared one, which nobody can edit
 * @param created when it was created
 * @param modified when it was last modified
 * @param items the items in the order in which they were added
 */
record Lightbox(int id, String owner, LightboxDetails details, boolean shared, Instant created, Instant modified,
		List<LightboxItem> items) {

	Lightbox {
		items = List.copyOf(items);
	}

	Lightbox withDetails(LightboxDetails details, Instant now) {
		return new Lightbox(this.id, this.owner, details, this.shared, this.created, now, this.items);
	}

	Lightbox withItems(List<LightboxItem> items, Instant now) {
		return new Lightbox(this.id, this.owner, this.details, this.shared, this.created, now, items);
	}

}
