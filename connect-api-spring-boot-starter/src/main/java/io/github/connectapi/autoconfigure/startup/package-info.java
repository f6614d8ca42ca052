/**
 * Acquisition of sessions during the application start.
 */
@NullMarked
package io.github.connectapi.autoconfigure.startup;

import org.jspecify.annotations.NullMarked;
