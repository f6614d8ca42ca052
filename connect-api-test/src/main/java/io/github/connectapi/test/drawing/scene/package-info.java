/**
 * The layers of a picture, from the sky to the foreground. Needs {@code java.desktop}.
 * Internal.
 */
@NullMarked
package io.github.connectapi.test.drawing.scene;

import org.jspecify.annotations.NullMarked;
