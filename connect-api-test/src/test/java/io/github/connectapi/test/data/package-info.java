@NullMarked
package io.github.connectapi.test.data;

import org.jspecify.annotations.NullMarked;
