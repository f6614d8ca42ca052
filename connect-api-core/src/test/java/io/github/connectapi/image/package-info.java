@NullMarked
package io.github.connectapi.image;

import org.jspecify.annotations.NullMarked;
