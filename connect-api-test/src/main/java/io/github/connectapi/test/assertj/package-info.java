/**
 * AssertJ assertions for what a fake server received.
 */
@NullMarked
package io.github.connectapi.test.assertj;

import org.jspecify.annotations.NullMarked;
