/**
 * Auto-configuration of the Connect API client.
 */
@NullMarked
package io.github.connectapi.autoconfigure;

import org.jspecify.annotations.NullMarked;
