/**
 * Configuration properties {@code getty.connect.*}.
 */
@NullMarked
package io.github.connectapi.autoconfigure.properties;

import org.jspecify.annotations.NullMarked;
