@NullMarked
package io.github.connectapi.test.oauth2;

import org.jspecify.annotations.NullMarked;
