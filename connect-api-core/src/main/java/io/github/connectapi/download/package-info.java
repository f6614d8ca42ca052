/**
 * Types for CreateDownloadRequest.
 */
@NullMarked
package io.github.connectapi.download;

import org.jspecify.annotations.NullMarked;
