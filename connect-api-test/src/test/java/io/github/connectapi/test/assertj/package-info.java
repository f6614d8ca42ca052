@NullMarked
package io.github.connectapi.test.assertj;

import org.jspecify.annotations.NullMarked;
