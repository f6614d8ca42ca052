/**
 * Tests of what is observed.
 */
@NullMarked
package io.github.connectapi.observation;

import org.jspecify.annotations.NullMarked;
