/**
 * Types for GetImageDetails and GetEventDetails.
 */
@NullMarked
package io.github.connectapi.image;

import org.jspecify.annotations.NullMarked;
