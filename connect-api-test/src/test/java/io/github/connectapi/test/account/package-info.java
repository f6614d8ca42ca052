@NullMarked
package io.github.connectapi.test.account;

import org.jspecify.annotations.NullMarked;
