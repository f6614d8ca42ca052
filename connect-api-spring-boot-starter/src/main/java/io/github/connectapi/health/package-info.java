/**
 * The health of a session.
 */
@NullMarked
package io.github.connectapi.health;

import org.jspecify.annotations.NullMarked;
