package io.github.connectapi.integration.language;

/**
 * A piece of a line of a file.
 *
 * @param path the path of the file, relative to the root of the repository
 * @param line the number of the line, from 1
 * @param kind the kind of the text
 * @param text the text
 * @param context the whole line
 * @param file the whole file
 */
record Passage(String path, int line, Kind kind, String text, String context, String file) {

}
