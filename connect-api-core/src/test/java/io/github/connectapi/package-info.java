@NullMarked
package io.github.connectapi;

import org.jspecify.annotations.NullMarked;
