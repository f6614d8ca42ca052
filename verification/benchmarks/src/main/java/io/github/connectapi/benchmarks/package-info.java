/**
 * The session manager measured beside other caches, each benchmark in one run.
 */
@NullMarked
package io.github.connectapi.benchmarks;

import org.jspecify.annotations.NullMarked;
