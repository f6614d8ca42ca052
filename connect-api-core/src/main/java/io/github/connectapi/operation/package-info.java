/**
 * Operations of the Connect API as data: what to call, the request and the response.
 */
@NullMarked
package io.github.connectapi.operation;

import org.jspecify.annotations.NullMarked;
