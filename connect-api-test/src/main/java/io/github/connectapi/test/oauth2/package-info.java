/**
 * The token endpoint for OAuth 2. Internal.
 */
@NullMarked
package io.github.connectapi.test.oauth2;

import org.jspecify.annotations.NullMarked;
