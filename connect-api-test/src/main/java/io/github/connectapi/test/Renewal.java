package io.github.connectapi.test;

/**
 * What RenewSession does to the pair of tokens. The documents do not say what becomes of
 * the old pair, so a client must live with every one of these.
 */
public enum Renewal {

	/** A new pair is answered, the old one stays valid until it expires by itself. */
	NEW_PAIR_OLD_VALID,

	/** A new pair is answered, the old one is revoked at once. */
	NEW_PAIR_OLD_REVOKED,

	/** The same pair is answered, with a later expiry. */
	SAME_PAIR

}
