@NullMarked
package io.github.connectapi.purchase;

import org.jspecify.annotations.NullMarked;
