@NullMarked
package io.github.connectapi.test.server;

import org.jspecify.annotations.NullMarked;
