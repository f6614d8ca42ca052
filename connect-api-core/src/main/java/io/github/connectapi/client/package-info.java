/**
 * Single exchanges with the Connect API: the JSON envelope, and the translation of error
 * codes into exceptions. Independent of the life cycle of a session.
 */
@NullMarked
package io.github.connectapi.client;

import org.jspecify.annotations.NullMarked;
