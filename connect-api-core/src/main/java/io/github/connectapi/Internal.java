package io.github.connectapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type that is public only because other packages of this library use it. Such a
 * type is not part of the API: it is excluded from the Javadoc and from the API
 * comparison, and may change or disappear in any release.
 */
@Internal
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Internal {

}
