/**
 * The HTTP transport: sends the bytes of one request and returns the bytes of its
 * response before a deadline.
 */
@NullMarked
package io.github.connectapi.transport;

import org.jspecify.annotations.NullMarked;
