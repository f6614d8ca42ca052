/**
 * An application that only starts.
 */
@NullMarked
package io.github.connectapi.benchmarks.start;

import org.jspecify.annotations.NullMarked;
