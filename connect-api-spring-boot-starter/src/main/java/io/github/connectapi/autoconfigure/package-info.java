/**
 * Makes a session manager of the properties {@code getty.connect.*}.
 */
@NullMarked
package io.github.connectapi.autoconfigure;

import org.jspecify.annotations.NullMarked;
