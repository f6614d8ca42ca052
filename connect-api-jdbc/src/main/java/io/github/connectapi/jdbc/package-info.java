/**
 * Store of a shared session in a relational database.
 */
@NullMarked
package io.github.connectapi.jdbc;

import org.jspecify.annotations.NullMarked;
