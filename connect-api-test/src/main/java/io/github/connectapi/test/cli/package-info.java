/**
 * The command line program that runs a fake server.
 */
@NullMarked
package io.github.connectapi.test.cli;

import org.jspecify.annotations.NullMarked;
