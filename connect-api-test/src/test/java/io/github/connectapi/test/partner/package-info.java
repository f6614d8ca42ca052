@NullMarked
package io.github.connectapi.test.partner;

import org.jspecify.annotations.NullMarked;
