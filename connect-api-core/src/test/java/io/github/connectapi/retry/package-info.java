@NullMarked
package io.github.connectapi.retry;

import org.jspecify.annotations.NullMarked;
