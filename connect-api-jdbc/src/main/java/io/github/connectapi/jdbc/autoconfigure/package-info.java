/**
 * Auto-configuration of a store of a shared session in a relational database.
 */
@NullMarked
package io.github.connectapi.jdbc.autoconfigure;

import org.jspecify.annotations.NullMarked;
