/**
 * Store of a shared session in Redis.
 */
@NullMarked
package io.github.connectapi.redis;

import org.jspecify.annotations.NullMarked;
