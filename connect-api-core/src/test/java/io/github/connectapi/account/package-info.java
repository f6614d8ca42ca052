@NullMarked
package io.github.connectapi.account;

import org.jspecify.annotations.NullMarked;
