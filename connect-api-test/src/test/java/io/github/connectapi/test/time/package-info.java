@NullMarked
package io.github.connectapi.test.time;

import org.jspecify.annotations.NullMarked;
