/**
 * Tests of observations.
 */
@NullMarked
package io.github.connectapi.observation;

import org.jspecify.annotations.NullMarked;
