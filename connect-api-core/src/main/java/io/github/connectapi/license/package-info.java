/**
 * Licenses that were bought, and the download of their files.
 */
@NullMarked
package io.github.connectapi.license;

import org.jspecify.annotations.NullMarked;
