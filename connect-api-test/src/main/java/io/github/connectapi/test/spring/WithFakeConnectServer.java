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
 * Annotation for a Spring test whose application context uses a
 * {@link FakeConnectServer}. The server is started before the context, sets the address
 * and the credentials of the {@code getty.connect} properties with precedence over all
 * other sources, is available as a bean and is closed after all other beans.
 * <p>
 * The credentials are those that {@code getty.connect.session.type} requires: those of a
 * system and a user, of a system alone, or of OAuth 2. The token URI is set for each
 * type, so that no credentials are sent to Getty Images.
 * <p>
 * The server is shared like the context, including with other test classes that have the
 * same annotation. After each test its faults and recorded requests are cleared. Its
 * accounts and tokens are kept, because the context keeps using its session.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithFakeConnectServer {

	/**
	 * The lifetime of tokens in minutes.
	 * @return the lifetime, at least 1
	 */
	int tokenLifetimeMinutes() default 30;

	/**
	 * The effect of RenewSession on the tokens of a session.
	 * @return the effect
	 */
	Renewal renewal() default Renewal.NEW_PAIR_OLD_VALID;

	/**
	 * The number of failed logins that lock an account.
	 * @return the number of failed logins, or 0 for never
	 */
	int lockAccountAfter() default 0;

	/**
	 * Whether the session is of a user, if its type is {@code oauth2}. If not, the
	 * properties of the user are not set, and the session is that of an application.
	 * @return whether to set the properties of the user
	 */
	boolean user() default true;

}
