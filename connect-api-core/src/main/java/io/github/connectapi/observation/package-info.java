/**
 * What the library tells Micrometer about its work: names, keys and how to replace them.
 */
@NullMarked
package io.github.connectapi.observation;

import org.jspecify.annotations.NullMarked;
