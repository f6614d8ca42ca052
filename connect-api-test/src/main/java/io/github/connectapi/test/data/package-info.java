/**
 * The operations for countries and collections. Internal.
 */
@NullMarked
package io.github.connectapi.test.data;

import org.jspecify.annotations.NullMarked;
