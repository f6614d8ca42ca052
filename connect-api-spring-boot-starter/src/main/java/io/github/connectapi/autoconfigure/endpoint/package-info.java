/**
 * What concerns the application's actuator endpoints.
 */
@NullMarked
package io.github.connectapi.autoconfigure.endpoint;

import org.jspecify.annotations.NullMarked;
