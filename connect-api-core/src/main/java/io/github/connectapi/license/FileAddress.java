package io.github.connectapi.license;

import java.net.URI;
import java.net.URISyntaxException;

import org.jspecify.annotations.Nullable;

import io.github.connectapi.license.ConnectDownloadException.Reason;

/**
 * Address of the file of a license, and those to which the server redirects. It must not
 * be in a message.
 */
final class FileAddress {

	private FileAddress() {
	}

	static URI of(License license) {
		URI uri = parse(null, license.fileAddress().reveal());
		if (uri == null) {
			throw ConnectDownloadException.of(license, Reason.INVALID_ADDRESS,
					"its address is not a URL of http or https", null);
		}
		return uri;
	}

	/**
	 * Return the address of a redirect. Plain http is permitted only if the address
	 * before was plain http, too.
	 */
	static URI redirect(License license, URI from, @Nullable String location) {
		URI to = (location != null) ? parse(from, location) : null;
		if (to == null) {
			throw ConnectDownloadException.of(license, Reason.REDIRECT,
					"the server redirected to something that is not a URL of http or https", null);
		}
		if (!isSecure(to) && isSecure(from)) {
			throw ConnectDownloadException.of(license, Reason.REDIRECT, "the server redirected from https to http",
					null);
		}
		return to;
	}

	/** Return an address in ASCII, or null if it is not one of a server. */
	private static @Nullable URI parse(@Nullable URI base, String text) {
		try {
			URI uri = new URI(text.strip());
			if (base != null) {
				// URI.resolve would drop the last segment of the path.
				uri = text.strip().startsWith("?") ? new URI(base.getRawPath() + text.strip()) : uri;
				uri = base.resolve(uri);
			}
			return isOfServer(uri) ? URI.create(uri.toASCIIString()) : null;
		}
		catch (URISyntaxException | IllegalArgumentException ex) {
			return null;
		}
	}

	private static boolean isOfServer(URI uri) {
		String scheme = uri.getScheme();
		boolean http = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
		return http && uri.getHost() != null && uri.getRawUserInfo() == null;
	}

	private static boolean isSecure(URI uri) {
		return "https".equalsIgnoreCase(uri.getScheme());
	}

}
