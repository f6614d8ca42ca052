/**
 * The operations for asset changes, and the changes that are confirmed. Internal.
 */
@NullMarked
package io.github.connectapi.test.partner;

import org.jspecify.annotations.NullMarked;
