package io.github.connectapi.fleet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A row that waits for a long time, or is a variant of another row. It is tested with
 * each store, if all rows are to be tested.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@MethodSource("io.github.connectapi.fleet.StoreUnderTest#all")
@EnabledIfSystemProperty(named = "fleet", matches = "all")
@interface LongRowTest {

}
