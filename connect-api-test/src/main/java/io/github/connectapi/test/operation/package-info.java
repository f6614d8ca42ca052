/**
 * What all simulated operations have in common: requests, tokens and envelopes. Internal.
 */
@NullMarked
package io.github.connectapi.test.operation;

import org.jspecify.annotations.NullMarked;
