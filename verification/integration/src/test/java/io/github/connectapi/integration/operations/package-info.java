/**
 * Tests of what a person on call sees and can do, and of the documents about it.
 */
@NullMarked
package io.github.connectapi.integration.operations;

import org.jspecify.annotations.NullMarked;
