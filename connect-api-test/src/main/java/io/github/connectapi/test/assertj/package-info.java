/**
 * AssertJ assertions for the requests that a fake server received.
 */
@NullMarked
package io.github.connectapi.test.assertj;

import org.jspecify.annotations.NullMarked;
