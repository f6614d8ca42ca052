/**
 * The JSON of an application and that of the client.
 */
@NullMarked
package io.github.connectapi.integration.json;

import org.jspecify.annotations.NullMarked;
