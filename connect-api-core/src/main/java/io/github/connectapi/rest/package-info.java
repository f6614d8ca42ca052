/**
 * Access to the REST API v3 with the token of a session.
 */
@NullMarked
package io.github.connectapi.rest;

import org.jspecify.annotations.NullMarked;
