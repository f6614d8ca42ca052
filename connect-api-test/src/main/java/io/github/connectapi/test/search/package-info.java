/**
 * The operations that search images and videos and return their details. Internal.
 */
@NullMarked
package io.github.connectapi.test.search;

import org.jspecify.annotations.NullMarked;
