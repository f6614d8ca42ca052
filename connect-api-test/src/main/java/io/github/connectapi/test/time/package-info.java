/**
 * Time that passes only when a test says so. Standard types only: it serves every class
 * that takes its clocks and its scheduler from outside.
 */
@NullMarked
package io.github.connectapi.test.time;

import org.jspecify.annotations.NullMarked;
