/**
 * The code that an application needs to use a Connect session.
 */
@NullMarked
package io.github.connectapi.samples.quickstart;

import org.jspecify.annotations.NullMarked;
