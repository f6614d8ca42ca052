/**
 * The check of the words and of the English that the repository uses.
 */
@NullMarked
package io.github.connectapi.integration.language;

import org.jspecify.annotations.NullMarked;
