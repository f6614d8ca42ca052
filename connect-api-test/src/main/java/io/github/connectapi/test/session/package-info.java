/**
 * The operations that create and renew sessions, and the accounts. Internal.
 */
@NullMarked
package io.github.connectapi.test.session;

import org.jspecify.annotations.NullMarked;
