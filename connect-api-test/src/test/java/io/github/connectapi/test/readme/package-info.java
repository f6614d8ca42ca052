@NullMarked
package io.github.connectapi.test.readme;

import org.jspecify.annotations.NullMarked;
