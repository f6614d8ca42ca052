/**
 * The files that the fake server serves, and their addresses. Internal.
 */
@NullMarked
package io.github.connectapi.test.file;

import org.jspecify.annotations.NullMarked;
