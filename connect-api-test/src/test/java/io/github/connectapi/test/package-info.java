@NullMarked
package io.github.connectapi.test;

import org.jspecify.annotations.NullMarked;
