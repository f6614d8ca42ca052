@NullMarked
package io.github.connectapi.search;

import org.jspecify.annotations.NullMarked;
