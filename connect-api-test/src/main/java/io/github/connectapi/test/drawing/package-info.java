/**
 * Draws the images of the catalog. Internal.
 */
@NullMarked
package io.github.connectapi.test.drawing;

import org.jspecify.annotations.NullMarked;
