package io.github.connectapi.test.search;

import io.github.connectapi.test.Internal;
import io.github.connectapi.test.catalog.Offering;
import io.github.connectapi.test.catalog.Video;

/**
 * Strategy interface to issue the download tokens of videos. Called by several threads at
 * the same time.
 */
@Internal
@FunctionalInterface
public interface VideoDownloadTokens {

	/**
	 * Return a token for CreateDownloadRequest.
	 * @param userName the user name of the account
	 * @param video the video
	 * @param offering the offering that authorizes the download
	 * @return the token
	 */
	String tokenFor(String userName, Video video, Offering offering);

}
