/**
 * Types for the operations that authorize downloads, create them and list them.
 */
@NullMarked
package io.github.connectapi.download;

import org.jspecify.annotations.NullMarked;
