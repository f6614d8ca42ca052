package io.github.connectapi.license;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * End of a download. Contains no secret. Only the library creates instances; components
 * may be added.
 *
 * @param assetId the id of the image or video
 * @param coordinationId the id of the purchase
 * @param complete whether the file is complete
 * @param bytes the number of bytes that were received, without those that an earlier
 * download left
 * @param resumes how often the download continued with bytes that were there already:
 * after a break, or those of an earlier download
 * @param duration the time from its start to its end
 * @param reason the reason why the file is not complete; null if it is, or if code of the
 * application failed
 */
public record DownloadEvent(String assetId, String coordinationId, boolean complete, long bytes, int resumes,
		Duration duration, ConnectDownloadException.@Nullable Reason reason) {

}
