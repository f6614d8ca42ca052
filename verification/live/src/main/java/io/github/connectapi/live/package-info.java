/**
 * Compares the Connect API with what this project infers about it.
 */
@NullMarked
package io.github.connectapi.live;

import org.jspecify.annotations.NullMarked;
