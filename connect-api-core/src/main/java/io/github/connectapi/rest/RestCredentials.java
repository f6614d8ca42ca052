package io.github.connectapi.rest;

import org.springframework.http.HttpHeaders;

import io.github.connectapi.Secret;

/**
 * API key and token of one request. The interceptor passes them to the request factory as
 * an attribute instead of a header, so that no other factory can send them. Used by one
 * thread.
 */
final class RestCredentials {

	/** Name of the request attribute. */
	static final String ATTRIBUTE = RestCredentials.class.getName();

	private final String apiKey;

	private final Secret token;

	private boolean used;

	RestCredentials(String apiKey, Secret token) {
		this.apiKey = apiKey;
		this.token = token;
	}

	void addTo(HttpHeaders headers) {
		this.used = true;
		headers.set("Api-Key", this.apiKey);
		headers.setBearerAuth(this.token.reveal());
	}

	/** Return whether a request factory has sent them. */
	boolean isUsed() {
		return this.used;
	}

	/** Return a string without key and token. */
	@Override
	public String toString() {
		return "RestCredentials[******]";
	}

}
