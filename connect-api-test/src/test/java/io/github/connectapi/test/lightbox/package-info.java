@NullMarked
package io.github.connectapi.test.lightbox;

import org.jspecify.annotations.NullMarked;
