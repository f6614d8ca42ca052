/**
 * The examples of {@code docs/operations.md}.
 */
@NullMarked
package io.github.connectapi.integration.operations.examples;

import org.jspecify.annotations.NullMarked;
