/**
 * Tests that no secret leaks, whatever else the application has on its class path.
 */
@NullMarked
package io.github.connectapi.integration.security;

import org.jspecify.annotations.NullMarked;
