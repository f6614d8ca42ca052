@NullMarked
package io.github.connectapi.transport;

import org.jspecify.annotations.NullMarked;
