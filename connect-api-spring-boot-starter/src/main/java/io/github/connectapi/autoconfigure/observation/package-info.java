/**
 * Adds sessions to the application's metrics and traces.
 */
@NullMarked
package io.github.connectapi.autoconfigure.observation;

import org.jspecify.annotations.NullMarked;
