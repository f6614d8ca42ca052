@NullMarked
package io.github.connectapi.test.operation;

import org.jspecify.annotations.NullMarked;
