/**
 * Types for SearchForImages and SearchForVideos. Follow this example to create types for
 * another operation.
 */
@NullMarked
package io.github.connectapi.search;

import org.jspecify.annotations.NullMarked;
