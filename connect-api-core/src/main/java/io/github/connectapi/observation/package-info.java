/**
 * Micrometer observations of the library: names, keys and conventions.
 */
@NullMarked
package io.github.connectapi.observation;

import org.jspecify.annotations.NullMarked;
