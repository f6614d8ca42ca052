/**
 * The fake Connect API as a program of its own.
 */
@NullMarked
package io.github.connectapi.test.cli;

import org.jspecify.annotations.NullMarked;
