/**
 * What is measured: caches of a token behind one interface, and the server they ask.
 */
@NullMarked
package io.github.connectapi.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
