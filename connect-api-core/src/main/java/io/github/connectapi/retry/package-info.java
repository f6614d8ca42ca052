/**
 * Retries within one acquisition or call. The only package that uses Spring Retry.
 */
@NullMarked
package io.github.connectapi.retry;

import org.jspecify.annotations.NullMarked;
