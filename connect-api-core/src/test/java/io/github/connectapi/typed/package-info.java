@NullMarked
package io.github.connectapi.typed;

import org.jspecify.annotations.NullMarked;
