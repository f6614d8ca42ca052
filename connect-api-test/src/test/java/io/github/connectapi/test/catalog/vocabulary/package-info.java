@NullMarked
package io.github.connectapi.test.catalog.vocabulary;

import org.jspecify.annotations.NullMarked;
