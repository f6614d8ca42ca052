/**
 * Auto-configuration of the access to the REST API v3.
 */
@NullMarked
package io.github.connectapi.autoconfigure.rest;

import org.jspecify.annotations.NullMarked;
