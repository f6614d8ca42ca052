/**
 * Sessions of many users in one application.
 */
@NullMarked
package io.github.connectapi.user;

import org.jspecify.annotations.NullMarked;
