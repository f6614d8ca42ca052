@NullMarked
package io.github.connectapi.test.search;

import org.jspecify.annotations.NullMarked;
