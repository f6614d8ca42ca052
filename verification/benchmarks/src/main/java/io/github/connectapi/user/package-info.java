/**
 * The sessions of many users with a simulated server. It is in the package of the
 * sessions, because it replaces what is not public.
 */
@NullMarked
package io.github.connectapi.user;

import org.jspecify.annotations.NullMarked;
