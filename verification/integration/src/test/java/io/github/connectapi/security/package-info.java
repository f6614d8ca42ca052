@NullMarked
package io.github.connectapi.security;

import org.jspecify.annotations.NullMarked;
