/**
 * Clocks and schedulers that a test advances manually. Its API has standard Java types
 * only, so that it can be used with any class that is given its clocks and its scheduler.
 */
@NullMarked
package io.github.connectapi.test.time;

import org.jspecify.annotations.NullMarked;
