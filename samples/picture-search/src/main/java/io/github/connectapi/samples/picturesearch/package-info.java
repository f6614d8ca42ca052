/**
 * A web page that searches for pictures and shows the state of the session.
 */
@NullMarked
package io.github.connectapi.samples.picturesearch;

import org.jspecify.annotations.NullMarked;
