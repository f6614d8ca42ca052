/**
 * Store of a session that several instances of an application share.
 */
@NullMarked
package io.github.connectapi.store;

import org.jspecify.annotations.NullMarked;
