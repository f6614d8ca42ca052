package io.github.connectapi.autoconfigure.properties;

/**
 * What an instance does without a valid session while the store is unavailable.
 */
enum UnavailableStoreReaction {

	/** It acquires a session of its own. */
	OWN_SESSION,

	/** It acquires no session until the store responds. */
	WAIT

}
