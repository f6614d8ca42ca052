@NullMarked
package io.github.connectapi.acquisition;

import org.jspecify.annotations.NullMarked;
