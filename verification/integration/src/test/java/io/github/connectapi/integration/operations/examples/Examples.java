package io.github.connectapi.integration.operations.examples;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * An application that uses the documented examples.
 */
@Configuration(proxyBeanMethods = false)
@Import({ SessionAlarm.class, ShortNames.class })
public class Examples {

	/** The messages that were sent. */
	public final List<String> sent = new CopyOnWriteArrayList<>();

	@Bean
	Notifier notifier() {
		return this.sent::add;
	}

}
