/**
 * Repeating within one acquisition: the only place that knows Spring Retry.
 */
@NullMarked
package io.github.connectapi.retry;

import org.jspecify.annotations.NullMarked;
