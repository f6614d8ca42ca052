/**
 * One exchange with the Connect API: its JSON, its codes, its transport. Knows nothing of
 * a session's life.
 */
@NullMarked
package io.github.connectapi.client;

import org.jspecify.annotations.NullMarked;
