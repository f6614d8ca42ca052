@NullMarked
package io.github.connectapi.test.cli;

import org.jspecify.annotations.NullMarked;
