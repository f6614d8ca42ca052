package io.github.connectapi.autoconfigure;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.NamedBeanHolder;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

import io.github.connectapi.autoconfigure.diagnostics.ConnectStartupException;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblem;
import io.github.connectapi.autoconfigure.diagnostics.StartupProblems;
import io.github.connectapi.autoconfigure.properties.GettyConnectProperties;
import io.github.connectapi.autoconfigure.properties.SharedStore;
import io.github.connectapi.session.ConnectSessionManagerBuilder;
import io.github.connectapi.store.SessionStore;
import io.github.connectapi.store.SharedSessionSettings;
import io.github.connectapi.user.ConnectSessionsBuilder;

/**
 * Lets the session manager, and the sessions of users, be shared through the bean of type
 * {@link SessionStore}. Only loaded if a session is shared.
 */
final class SharedSessionConfigurer {

	private static final String SECRET_PROPERTY = "getty.connect.session.shared.secret";

	private static final String STORE_PROPERTY = "getty.connect.session.shared.store";

	/** The names of the beans that the modules of stores define. */
	private static final Set<String> MODULE_BEANS = Set.of("gettyConnectRedisSessionStore",
			"gettyConnectJdbcSessionStore");

	private final SessionStore store;

	private final SharedSessionSettings settings;

	private SharedSessionConfigurer(SessionStore store, SharedSessionSettings settings) {
		this.store = store;
		this.settings = settings;
	}

	/**
	 * Find the store.
	 * @param properties the properties
	 * @param beans the beans of the application
	 * @param user the name of the bean that uses the store
	 * @param problems the problems to add to
	 * @return the configurer; null if there is a problem
	 */
	static @Nullable SharedSessionConfigurer of(GettyConnectProperties properties,
			ConfigurableListableBeanFactory beans, String user, StartupProblems problems) {
		SharedSessionConfigurer[] result = { null };
		problems.collect(() -> {
			SessionStore store = findStore(properties, beans, user);
			result[0] = new SharedSessionConfigurer(store, properties.sharedSession().toSettings());
		});
		return result[0];
	}

	private static SessionStore findStore(GettyConnectProperties properties, ConfigurableListableBeanFactory beans,
			String user) {
		if (properties.sharedStore() == null && MODULE_BEANS.stream().anyMatch(beans::containsBean)
				&& hasBothModules(beans)) {
			// Before the store is created, whose connection may be missing.
			throw problem(
					"The session is shared, and both connect-api-redis and connect-api-jdbc are on the class path",
					"Set %s to redis or jdbc, or remove one of the modules.".formatted(STORE_PROPERTY));
		}
		try {
			NamedBeanHolder<SessionStore> found = beans.resolveNamedBean(SessionStore.class);
			// The store is destroyed after what uses it.
			beans.registerDependentBean(found.getBeanName(), user);
			return found.getBeanInstance();
		}
		catch (NoUniqueBeanDefinitionException ex) {
			throw several(ex, beans);
		}
		catch (NoSuchBeanDefinitionException ex) {
			throw SessionStore.class.equals(ex.getBeanType()) ? missing(properties.sharedStore()) : ex;
		}
		catch (BeanCreationException ex) {
			throw rootProblem(ex);
		}
	}

	private static boolean hasBothModules(ConfigurableListableBeanFactory beans) {
		return Stream.of("redis.RedisSessionStore", "jdbc.JdbcSessionStore")
			.allMatch((name) -> ClassUtils.isPresent("io.github.connectapi." + name, beans.getBeanClassLoader()));
	}

	private static RuntimeException several(NoUniqueBeanDefinitionException ex, ConfigurableListableBeanFactory beans) {
		if (!SessionStore.class.equals(ex.getBeanType())) {
			return ex;
		}
		String names = StringUtils.arrayToDelimitedString(beans.getBeanNamesForType(SessionStore.class), ", ");
		return problem("The session is shared, but there are several beans of type SessionStore (%s)".formatted(names),
				"Mark one of them as @Primary.");
	}

	private static ConnectStartupException missing(@Nullable SharedStore selected) {
		if (selected == null) {
			return problem("The session is shared, but there is no bean of type SessionStore",
					"Add the dependency io.github.connectapi:connect-api-redis or io.github.connectapi:connect-api-jdbc, define a bean of type SessionStore, or set getty.connect.session.shared.enabled to false.");
		}
		String name = selected.name().toLowerCase(Locale.ROOT);
		return new ConnectStartupException(new StartupProblem(STORE_PROPERTY,
				"%s is '%s', but connect-api-%s is not on the class path".formatted(STORE_PROPERTY, name, name),
				"Add the dependency io.github.connectapi:connect-api-%s, or correct %s.".formatted(name,
						STORE_PROPERTY)),
				null);
	}

	private static ConnectStartupException problem(String reason, String action) {
		return new ConnectStartupException(new StartupProblem("getty.connect.session.shared.enabled", reason, action),
				null);
	}

	private static RuntimeException rootProblem(BeanCreationException ex) {
		return Stream.<Throwable>iterate(ex, (failure) -> failure != null, Throwable::getCause)
			.filter(ConnectStartupException.class::isInstance)
			.<RuntimeException>map(ConnectStartupException.class::cast)
			.findFirst()
			.orElse(ex);
	}

	void applyTo(ConnectSessionManagerBuilder builder) {
		builder.sharedSession(this.store, this.settings);
	}

	/**
	 * Return how the sessions of users are shared.
	 * @param properties the properties
	 * @param beans the beans of the application
	 * @param user the name of the bean of the sessions
	 * @param problems the problems to add to
	 * @return what applies it to a builder
	 */
	static Consumer<ConnectSessionsBuilder> ofUsers(GettyConnectProperties properties,
			ConfigurableListableBeanFactory beans, String user, StartupProblems problems) {
		SharedSessionConfigurer configurer = of(properties, beans, user, problems);
		problems.collect(() -> {
			if (configurer != null && configurer.settings.secret() == null) {
				throw new ConnectStartupException(new StartupProblem(SECRET_PROPERTY,
						"The sessions of users are shared, but %s is not set".formatted(SECRET_PROPERTY),
						"Set %s to at least 32 random characters, such as the output of: openssl rand -base64 32"
							.formatted(SECRET_PROPERTY)),
						null);
			}
		});
		return (builder) -> {
			if (configurer != null) {
				builder.sharedSession(configurer.store, configurer.settings);
			}
		};
	}

}
