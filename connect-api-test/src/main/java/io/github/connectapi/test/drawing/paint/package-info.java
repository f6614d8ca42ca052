/**
 * The tools to draw with: colors, shapes and light. Needs {@code java.desktop}. Internal.
 */
@NullMarked
package io.github.connectapi.test.drawing.paint;

import org.jspecify.annotations.NullMarked;
