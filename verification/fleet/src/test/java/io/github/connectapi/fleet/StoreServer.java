package io.github.connectapi.fleet;

/**
 * The server of the store of a fleet. A row that pauses or stops it has one of its own.
 */
interface StoreServer extends AutoCloseable {

	/** Return the address, as {@link StoreFactory} expects it. */
	String address();

	/** Let the server not respond, until {@link #resume()}. */
	void pause();

	void resume();

	/** Stop the server, without a chance to save anything. */
	void stop();

	/** Start it again at the same address, with an empty store. */
	void startEmpty();

	/** Return whether there is a record. */
	boolean hasRecord();

	@Override
	void close();

}
