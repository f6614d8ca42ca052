/**
 * Core types of a Connect session: the session itself, the credentials to create it, and
 * the exceptions.
 */
@NullMarked
package io.github.connectapi;

import org.jspecify.annotations.NullMarked;
