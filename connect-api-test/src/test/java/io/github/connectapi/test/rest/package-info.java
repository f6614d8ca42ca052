@NullMarked
package io.github.connectapi.test.rest;

import org.jspecify.annotations.NullMarked;
