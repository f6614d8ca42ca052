/**
 * Auto-configuration of the metrics of sessions.
 */
@NullMarked
package io.github.connectapi.autoconfigure.observation;

import org.jspecify.annotations.NullMarked;
