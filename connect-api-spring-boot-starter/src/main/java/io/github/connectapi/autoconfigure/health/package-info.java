/**
 * Adds the session to the application's health.
 */
@NullMarked
package io.github.connectapi.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
