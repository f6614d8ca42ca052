/**
 * Stress tests of the state of one manager, in its package to access internals.
 */
@NullMarked
package io.github.connectapi.session;

import org.jspecify.annotations.NullMarked;
