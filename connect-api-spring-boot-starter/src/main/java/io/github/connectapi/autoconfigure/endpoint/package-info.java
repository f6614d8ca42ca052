/**
 * Auto-configuration of actuator endpoints.
 */
@NullMarked
package io.github.connectapi.autoconfigure.endpoint;

import org.jspecify.annotations.NullMarked;
