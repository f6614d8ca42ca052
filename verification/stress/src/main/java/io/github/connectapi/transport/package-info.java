/**
 * Stress tests of one transport, in its package to access internals.
 */
@NullMarked
package io.github.connectapi.transport;

import org.jspecify.annotations.NullMarked;
