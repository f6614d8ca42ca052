/**
 * Tests with a proxy that runs in a process of its own.
 */
@NullMarked
package io.github.connectapi.integration.proxy;

import org.jspecify.annotations.NullMarked;
