/**
 * The operations that are called with an API key and a Bearer token: those of REST API v3
 * and SingleStepDownload. Internal.
 */
@NullMarked
package io.github.connectapi.test.rest;

import org.jspecify.annotations.NullMarked;
