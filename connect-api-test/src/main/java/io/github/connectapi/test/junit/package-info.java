/**
 * Support for JUnit Jupiter. Requires {@code junit-jupiter-api}, which is not a
 * transitive dependency of this module.
 */
@NullMarked
package io.github.connectapi.test.junit;

import org.jspecify.annotations.NullMarked;
