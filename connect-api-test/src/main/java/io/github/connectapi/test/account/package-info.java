/**
 * The operation that creates customers. Internal.
 */
@NullMarked
package io.github.connectapi.test.account;

import org.jspecify.annotations.NullMarked;
