/**
 * An application that does nothing but start.
 */
@NullMarked
package io.github.connectapi.benchmarks.start;

import org.jspecify.annotations.NullMarked;
