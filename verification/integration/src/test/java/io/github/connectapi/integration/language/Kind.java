package io.github.connectapi.integration.language;

/**
 * The kind of a piece of text.
 */
enum Kind {

	/** An identifier of a program, or the path of a file. */
	NAME,

	/** A comment, a string literal, a document, a configuration file. */
	PROSE

}
