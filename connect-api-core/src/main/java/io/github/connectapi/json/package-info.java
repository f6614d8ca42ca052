/**
 * JSON mappers for requests and results. Not for applications.
 */
@NullMarked
package io.github.connectapi.json;

import org.jspecify.annotations.NullMarked;
