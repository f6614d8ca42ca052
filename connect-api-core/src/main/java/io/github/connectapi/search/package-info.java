/**
 * Types for SearchForImages. Follow this example to create types for another operation.
 */
@NullMarked
package io.github.connectapi.search;

import org.jspecify.annotations.NullMarked;
