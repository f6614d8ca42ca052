package io.github.connectapi.fleet.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Tests with installed servers, which run with {@code -Dfleet=all} only.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "fleet", matches = "all", disabledReason = "Run with -Dfleet=all only")
public @interface ServerTests {

}
