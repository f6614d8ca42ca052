/**
 * The token caches that are compared, behind one interface, and the server that they
 * call.
 */
@NullMarked
package io.github.connectapi.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
