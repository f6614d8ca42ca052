@NullMarked
package io.github.connectapi.test.usage;

import org.jspecify.annotations.NullMarked;
