/**
 * The list of the public API, compared with the classes.
 */
@NullMarked
package io.github.connectapi.integration.api;

import org.jspecify.annotations.NullMarked;
