/**
 * JUnit Jupiter support. Needs {@code junit-jupiter-api}, which this module does not
 * bring along.
 */
@NullMarked
package io.github.connectapi.test.junit;

import org.jspecify.annotations.NullMarked;
