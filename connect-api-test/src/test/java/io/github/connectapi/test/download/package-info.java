@NullMarked
package io.github.connectapi.test.download;

import org.jspecify.annotations.NullMarked;
