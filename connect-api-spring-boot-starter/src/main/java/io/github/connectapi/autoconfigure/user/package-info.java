/**
 * Auto-configuration of the sessions of many users.
 */
@NullMarked
package io.github.connectapi.autoconfigure.user;

import org.jspecify.annotations.NullMarked;
