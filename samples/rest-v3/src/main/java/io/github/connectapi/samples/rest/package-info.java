/**
 * The code that an application needs to call REST API v3.
 */
@NullMarked
package io.github.connectapi.samples.rest;

import org.jspecify.annotations.NullMarked;
