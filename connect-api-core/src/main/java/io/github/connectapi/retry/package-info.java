/**
 * Repeating within one acquisition or call: the only place that knows Spring Retry.
 */
@NullMarked
package io.github.connectapi.retry;

import org.jspecify.annotations.NullMarked;
