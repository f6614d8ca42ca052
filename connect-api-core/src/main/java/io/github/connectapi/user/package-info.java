/**
 * Parts of the sessions of many users that need no session: their back-offs, and the
 * threads, the order and the limits of their acquisitions. Not for applications.
 */
@NullMarked
package io.github.connectapi.user;

import org.jspecify.annotations.NullMarked;
