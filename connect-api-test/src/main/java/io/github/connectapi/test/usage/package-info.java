/**
 * The operation that reports usage. Internal.
 */
@NullMarked
package io.github.connectapi.test.usage;

import org.jspecify.annotations.NullMarked;
