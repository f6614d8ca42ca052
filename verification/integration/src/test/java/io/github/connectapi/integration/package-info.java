/**
 * Integration tests of all modules in running applications.
 */
@NullMarked
package io.github.connectapi.integration;

import org.jspecify.annotations.NullMarked;
