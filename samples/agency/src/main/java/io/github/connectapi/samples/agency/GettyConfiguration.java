package io.github.connectapi.samples.agency;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.connectapi.user.ConnectUserCredentials;

/**
 * Configures the sessions of many users: this bean is all that it takes.
 */
@Configuration(proxyBeanMethods = false)
class GettyConfiguration {

	@Bean
	ConnectUserCredentials userCredentials(GettyAccounts accounts) {
		return (key) -> accounts.credentialsOf(key).orElse(null);
	}

}
