/**
 * The operations that authorize, request and list downloads, and the quota. Internal.
 */
@NullMarked
package io.github.connectapi.test.download;

import org.jspecify.annotations.NullMarked;
