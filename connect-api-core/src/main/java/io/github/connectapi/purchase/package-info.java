/**
 * Purchases of images and videos: choice of the product offering, the buying call, and
 * its outcome.
 */
@NullMarked
package io.github.connectapi.purchase;

import org.jspecify.annotations.NullMarked;
