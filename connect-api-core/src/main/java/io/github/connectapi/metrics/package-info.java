/**
 * Micrometer meters of a session.
 */
@NullMarked
package io.github.connectapi.metrics;

import org.jspecify.annotations.NullMarked;
