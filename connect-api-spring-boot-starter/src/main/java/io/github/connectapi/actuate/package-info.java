/**
 * The actuator endpoint of sessions.
 */
@NullMarked
package io.github.connectapi.actuate;

import org.jspecify.annotations.NullMarked;
