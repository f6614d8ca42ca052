/**
 * The operations for lightboxes, and the lightboxes. Internal.
 */
@NullMarked
package io.github.connectapi.test.lightbox;

import org.jspecify.annotations.NullMarked;
