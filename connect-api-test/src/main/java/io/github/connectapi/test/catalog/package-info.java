/**
 * The content of the fake: images, videos, events, collections and keywords, invented by
 * rule. Internal.
 */
@NullMarked
package io.github.connectapi.test.catalog;

import org.jspecify.annotations.NullMarked;
