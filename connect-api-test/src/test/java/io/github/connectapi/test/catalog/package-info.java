@NullMarked
package io.github.connectapi.test.catalog;

import org.jspecify.annotations.NullMarked;
