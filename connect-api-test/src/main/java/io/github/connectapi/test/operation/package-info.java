/**
 * The simulated operations of the Connect API with their accounts, tokens and pictures.
 * Internal.
 */
@NullMarked
package io.github.connectapi.test.operation;

import org.jspecify.annotations.NullMarked;
