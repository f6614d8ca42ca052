@NullMarked
package io.github.connectapi.client;

import org.jspecify.annotations.NullMarked;
