package io.github.connectapi.samples.agency;

import java.net.URI;
import java.util.Base64;

import javax.crypto.spec.SecretKeySpec;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;

import io.github.connectapi.autoconfigure.ConnectConnectionDetails;

/**
 * Configures Spring Security: a person logs in with a form, and requests without a login
 * are refused. Its protection against forms of other sites is on by default.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	SecurityFilterChain securityFilterChain(HttpSecurity http, ConnectConnectionDetails details) throws Exception {
		URI baseUrl = URI.create(details.getBaseUrl().toString());
		String pictures = "%s://%s".formatted(baseUrl.getScheme(), baseUrl.getAuthority());
		return http
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/style.css", "/icon.svg")
				.permitAll()
				.anyRequest()
				.authenticated())
			.formLogin((form) -> form.loginPage("/login").permitAll())
			.logout((logout) -> logout.permitAll())
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy
				.policyDirectives("default-src 'self'; img-src 'self' https: %s; base-uri 'none'; ".formatted(pictures)
						+ "form-action 'self'; frame-ancestors 'none'; object-src 'none'")))
			.build();
	}

	/** Encodes the passwords with which people log in to this application. */
	@Bean
	PasswordEncoder passwordEncoder() {
		return PasswordEncoderFactories.createDelegatingPasswordEncoder();
	}

	/**
	 * Encrypts what the application must be able to read: Getty Images passwords and
	 * licenses.
	 */
	@Bean
	BytesEncryptor bytesEncryptor(@Value("${agency.encryption-key}") String key) {
		SecretKeySpec secretKey = new SecretKeySpec(Base64.getDecoder().decode(key), "AES");
		return AesGcmBytesEncryptor.withSecretKey(secretKey).build();
	}

}
