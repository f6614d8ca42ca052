package io.github.connectapi.operations.examples;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * An application that has copied the examples.
 */
@Configuration(proxyBeanMethods = false)
@Import({ SessionAlarm.class, ShortNames.class })
public class Examples {

	/** What people were called with. */
	public final List<String> sent = new CopyOnWriteArrayList<>();

	@Bean
	Notifier notifier() {
		return this.sent::add;
	}

}
