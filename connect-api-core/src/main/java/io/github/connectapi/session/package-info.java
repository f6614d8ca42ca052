/**
 * One session through time: when to use, renew, create or wait.
 */
@NullMarked
package io.github.connectapi.session;

import org.jspecify.annotations.NullMarked;
