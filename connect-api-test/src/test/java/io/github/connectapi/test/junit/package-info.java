@NullMarked
package io.github.connectapi.test.junit;

import org.jspecify.annotations.NullMarked;
