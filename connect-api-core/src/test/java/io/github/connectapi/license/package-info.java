@NullMarked
package io.github.connectapi.license;

import org.jspecify.annotations.NullMarked;
