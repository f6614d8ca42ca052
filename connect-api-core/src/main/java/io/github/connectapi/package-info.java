/**
 * The words of a Connect session: the session itself, the credentials it is created with,
 * and everything that can go wrong.
 */
@NullMarked
package io.github.connectapi;

import org.jspecify.annotations.NullMarked;
