/**
 * SearchForImages with types of its own: the pattern to copy for another operation.
 */
@NullMarked
package io.github.connectapi.search;

import org.jspecify.annotations.NullMarked;
