/**
 * Benchmarks that compare the session manager and the client with alternatives.
 */
@NullMarked
package io.github.connectapi.benchmarks;

import org.jspecify.annotations.NullMarked;
