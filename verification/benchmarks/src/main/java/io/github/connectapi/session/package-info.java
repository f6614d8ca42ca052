/**
 * The session manager with a simulated server. It is in the package of the manager,
 * because it replaces what is not public.
 */
@NullMarked
package io.github.connectapi.session;

import org.jspecify.annotations.NullMarked;
