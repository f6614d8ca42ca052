/**
 * The page of a picture, its purchase, and its file.
 */
@NullMarked
package io.github.connectapi.samples.picturesearch.purchase;

import org.jspecify.annotations.NullMarked;
