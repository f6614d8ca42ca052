/**
 * Failure analysis of an application start.
 */
@NullMarked
package io.github.connectapi.autoconfigure.diagnostics;

import org.jspecify.annotations.NullMarked;
