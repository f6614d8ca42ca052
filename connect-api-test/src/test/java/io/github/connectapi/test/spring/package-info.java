@NullMarked
package io.github.connectapi.test.spring;

import org.jspecify.annotations.NullMarked;
