/**
 * One session over time: when to use it, renew it, create it or wait for it.
 */
@NullMarked
package io.github.connectapi.session;

import org.jspecify.annotations.NullMarked;
