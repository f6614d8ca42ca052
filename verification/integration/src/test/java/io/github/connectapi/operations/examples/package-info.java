/**
 * The examples of {@code docs/operations.md}.
 */
@NullMarked
package io.github.connectapi.operations.examples;

import org.jspecify.annotations.NullMarked;
