/**
 * CreateDownloadRequest with types of its own.
 */
@NullMarked
package io.github.connectapi.download;

import org.jspecify.annotations.NullMarked;
