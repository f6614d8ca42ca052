/**
 * The code of an application whose instances share one Connect session. None of it is
 * about sharing: that is configured.
 */
@NullMarked
package io.github.connectapi.samples.fleet;

import org.jspecify.annotations.NullMarked;
