/**
 * Calls of any operation through the session that a manager keeps alive.
 */
@NullMarked
package io.github.connectapi.call;

import org.jspecify.annotations.NullMarked;
