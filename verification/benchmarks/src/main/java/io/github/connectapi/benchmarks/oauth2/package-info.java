/**
 * The access tokens of OAuth 2 that this library and Spring Security keep, and their
 * server.
 */
@NullMarked
package io.github.connectapi.benchmarks.oauth2;

import org.jspecify.annotations.NullMarked;
