/**
 * Meters of a session, for Micrometer.
 */
@NullMarked
package io.github.connectapi.metrics;

import org.jspecify.annotations.NullMarked;
