/**
 * Words, names and choices from which the catalog is invented. Internal.
 */
@NullMarked
package io.github.connectapi.test.catalog.vocabulary;

import org.jspecify.annotations.NullMarked;
