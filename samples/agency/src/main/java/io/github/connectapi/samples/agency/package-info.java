/**
 * A web application in which each person licenses pictures with a Getty Images account of
 * his own.
 */
@NullMarked
package io.github.connectapi.samples.agency;

import org.jspecify.annotations.NullMarked;
