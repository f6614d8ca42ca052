/**
 * Support for Spring tests. Requires {@code spring-test}, which is not a transitive
 * dependency of this module.
 */
@NullMarked
package io.github.connectapi.test.spring;

import org.jspecify.annotations.NullMarked;
