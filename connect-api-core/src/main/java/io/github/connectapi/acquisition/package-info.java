/**
 * The threads, the order and the limits of the acquisitions of many users, and the
 * back-offs that they share. Not for applications.
 */
@NullMarked
package io.github.connectapi.acquisition;

import org.jspecify.annotations.NullMarked;
