package io.github.connectapi.samples.rest;

import java.net.URI;

/**
 * The address of a licensed file. It is a secret, because it needs no token. So
 * {@code toString()} hides it.
 *
 * @param uri the address, on another host than the API
 */
public record DownloadLink(URI uri) {

	@Override
	public String toString() {
		return "DownloadLink[***]";
	}

}
