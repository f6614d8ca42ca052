/**
 * What stands in a picture: people, animals, trees, buildings. Needs
 * {@code java.desktop}. Internal.
 */
@NullMarked
package io.github.connectapi.test.drawing.figure;

import org.jspecify.annotations.NullMarked;
