/**
 * Races on the state of one manager, in its own package to reach what is not public.
 */
@NullMarked
package io.github.connectapi.session;

import org.jspecify.annotations.NullMarked;
