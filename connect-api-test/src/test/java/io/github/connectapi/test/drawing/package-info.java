@NullMarked
package io.github.connectapi.test.drawing;

import org.jspecify.annotations.NullMarked;
