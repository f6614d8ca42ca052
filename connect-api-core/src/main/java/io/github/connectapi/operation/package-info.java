/**
 * Operations of the Connect API as data: the description of an operation, a request and a
 * response.
 */
@NullMarked
package io.github.connectapi.operation;

import org.jspecify.annotations.NullMarked;
