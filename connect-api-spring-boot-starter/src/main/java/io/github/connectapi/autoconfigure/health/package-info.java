/**
 * Auto-configuration of the health of sessions.
 */
@NullMarked
package io.github.connectapi.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
