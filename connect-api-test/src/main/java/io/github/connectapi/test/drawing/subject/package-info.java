/**
 * The layers of the main subject of a picture. Needs {@code java.desktop}. Internal.
 */
@NullMarked
package io.github.connectapi.test.drawing.subject;

import org.jspecify.annotations.NullMarked;
