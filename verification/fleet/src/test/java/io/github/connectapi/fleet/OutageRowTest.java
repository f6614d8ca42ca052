package io.github.connectapi.fleet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A row whose store does not respond for some time. It is tested with each store that can
 * be stopped, if all rows are to be tested.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@MethodSource("io.github.connectapi.fleet.StoreUnderTest#stoppable")
@EnabledIfSystemProperty(named = "fleet", matches = "all")
@interface OutageRowTest {

}
