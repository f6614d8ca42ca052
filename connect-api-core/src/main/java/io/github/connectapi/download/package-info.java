/**
 * Purchase and download of files: CreateDownloadRequest, licenses, and their files.
 */
@NullMarked
package io.github.connectapi.download;

import org.jspecify.annotations.NullMarked;
