/**
 * Spring test support. Needs {@code spring-test}, which this module does not bring along.
 */
@NullMarked
package io.github.connectapi.test.spring;

import org.jspecify.annotations.NullMarked;
