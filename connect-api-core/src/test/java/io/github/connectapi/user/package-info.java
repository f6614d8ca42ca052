@NullMarked
package io.github.connectapi.user;

import org.jspecify.annotations.NullMarked;
