@NullMarked
package io.github.connectapi.test.file;

import org.jspecify.annotations.NullMarked;
