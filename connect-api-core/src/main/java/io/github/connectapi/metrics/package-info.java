/**
 * Micrometer meters of a session and of a client.
 */
@NullMarked
package io.github.connectapi.metrics;

import org.jspecify.annotations.NullMarked;
