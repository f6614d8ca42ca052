package io.github.connectapi.test.lightbox;

import java.time.Instant;

/**
 * An image or video in a lightbox.
 *
 * @param id the id, unique among the items of all lightboxes
 * @param asset the image or video
 * @param added when it was added
 */
record LightboxItem(int id, Asset asset, Instant added) {

}
