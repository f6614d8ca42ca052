package io.github.connectapi.autoconfigure;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.NamedBeanHolder;
import org.springframework.util.StringUtils;

import io.github.connectapi.Internal;
import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblem;

/**
 * Finds the bean through which a store of a shared session connects.
 */
@Internal
public final class StoreConnection {

	/** Resumes the managers, which must not happen before they can connect. */
	private static final String SUSPENSION_BEAN_NAME = "gettyConnectSessionSuspension";

	private StoreConnection() {
	}

	/**
	 * Return the bean.
	 * @param <T> its type
	 * @param beans the beans of the application
	 * @param type its type
	 * @param storeName the name of the bean that uses it, and is destroyed before it
	 * @param starter the artifact that configures such a bean
	 * @return the bean
	 * @throws ConnectStartupException if there is none, or several
	 */
	public static <T> T require(ConfigurableListableBeanFactory beans, Class<T> type, String storeName,
			String starter) {
		try {
			NamedBeanHolder<T> found = beans.resolveNamedBean(type);
			beans.registerDependentBean(found.getBeanName(), storeName);
			beans.registerDependentBean(found.getBeanName(), SUSPENSION_BEAN_NAME);
			return found.getBeanInstance();
		}
		catch (NoUniqueBeanDefinitionException ex) {
			throw type.equals(ex.getBeanType()) ? several(beans, type) : ex;
		}
		catch (NoSuchBeanDefinitionException ex) {
			throw type.equals(ex.getBeanType()) ? missing(type, starter) : ex;
		}
	}

	private static RuntimeException several(ConfigurableListableBeanFactory beans, Class<?> type) {
		String names = StringUtils.arrayToDelimitedString(beans.getBeanNamesForType(type), ", ");
		return problem(
				"The session is shared, but there are several beans of type %s (%s)".formatted(type.getSimpleName(),
						names),
				"Mark one of them as @Primary, or define a bean of type SessionStore that uses one of them.");
	}

	private static RuntimeException missing(Class<?> type, String starter) {
		return problem("The session is shared, but there is no bean of type %s".formatted(type.getSimpleName()),
				"Add the dependency org.springframework.boot:%s and set its address, or define a bean of type %s."
					.formatted(starter, type.getName()));
	}

	private static RuntimeException problem(String reason, String action) {
		return problem("getty.connect.session.shared.enabled", reason, action);
	}

	/**
	 * Create the exception of a store that cannot be configured.
	 * @param property the full name of the property that causes the problem
	 * @param reason the description of the problem, a sentence without a period
	 * @param action the action to take
	 * @return the exception
	 */
	public static RuntimeException problem(String property, String reason, String action) {
		return new ConnectStartupException(new StartupProblem(property, reason, action), null);
	}

}
