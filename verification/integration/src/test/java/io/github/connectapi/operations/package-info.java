/**
 * What a person on call sees and can do.
 */
@NullMarked
package io.github.connectapi.operations;

import org.jspecify.annotations.NullMarked;
