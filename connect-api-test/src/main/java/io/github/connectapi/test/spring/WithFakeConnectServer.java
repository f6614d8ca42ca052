package io.github.connectapi.test.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.connectapi.test.FakeConnectServer;
import io.github.connectapi.test.Renewal;

/**
 * Gives the application context of a Spring test a {@link FakeConnectServer}: it is
 * started before the context, supplies the five {@code getty.connect} properties with
 * precedence over all others, can be injected as a bean and is closed after the beans of
 * the context.
 * <p>
 * Like the context, the server is shared by the tests that use the context, also by those
 * of other classes with the same annotation. After each test its faults are healed and
 * its recorded requests forgotten; its accounts and tokens stay, because the context goes
 * on with its session.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithFakeConnectServer {

	/**
	 * {@return for how many minutes tokens are valid}
	 */
	int tokenLifetimeMinutes() default 30;

	/**
	 * {@return what RenewSession does to the pair of tokens}
	 */
	Renewal renewal() default Renewal.NEW_PAIR_OLD_VALID;

	/**
	 * {@return after how many logins with a wrong password an account is locked; 0 for
	 * never}
	 */
	int lockAccountAfter() default 0;

}
