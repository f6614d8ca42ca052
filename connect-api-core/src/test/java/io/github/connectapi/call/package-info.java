@NullMarked
package io.github.connectapi.call;

import org.jspecify.annotations.NullMarked;
