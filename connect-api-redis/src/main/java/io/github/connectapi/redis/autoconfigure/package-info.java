/**
 * Auto-configuration of a store of a shared session in Redis.
 */
@NullMarked
package io.github.connectapi.redis.autoconfigure;

import org.jspecify.annotations.NullMarked;
