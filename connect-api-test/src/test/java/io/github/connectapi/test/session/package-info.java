@NullMarked
package io.github.connectapi.test.session;

import org.jspecify.annotations.NullMarked;
