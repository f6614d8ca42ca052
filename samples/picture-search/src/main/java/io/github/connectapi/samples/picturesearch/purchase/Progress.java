package io.github.connectapi.samples.picturesearch.purchase;

import java.util.OptionalLong;

/**
 * Progress of a download.
 *
 * @param bytes the bytes that are there
 * @param total the bytes of the file; empty if unknown
 */
record Progress(long bytes, OptionalLong total) {

	static final Progress NONE = new Progress(0, OptionalLong.empty());

}
