/**
 * Instances that share a token through Redis, and what they could use instead.
 */
@NullMarked
package io.github.connectapi.benchmarks.fleet;

import org.jspecify.annotations.NullMarked;
