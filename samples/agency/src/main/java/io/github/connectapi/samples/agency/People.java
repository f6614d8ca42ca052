package io.github.connectapi.samples.agency;

import java.util.Objects;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The people who may log in to this application. They have email addresses and passwords,
 * which have nothing to do with Getty Images.
 */
@Component
class People implements UserDetailsService {

	private final JdbcClient jdbc;

	private final PasswordEncoder passwordEncoder;

	People(JdbcClient jdbc, PasswordEncoder passwordEncoder) {
		this.jdbc = jdbc;
		this.passwordEncoder = passwordEncoder;
	}

	/** Add a person, and return the id. */
	String add(String email, String password) {
		String id = UUID.randomUUID().toString();
		this.jdbc.sql("insert into person (id, email, password) values (?, ?, ?)")
			.params(id, email, Objects.requireNonNull(this.passwordEncoder.encode(password)))
			.update();
		return id;
	}

	@Override
	public UserDetails loadUserByUsername(String email) {
		return this.jdbc.sql("select id, email, password from person where email = ?")
			.param(email)
			.query((row, number) -> new Person(row.getString("id"), row.getString("email"), row.getString("password")))
			.optional()
			.orElseThrow(() -> new UsernameNotFoundException("There is no such person"));
	}

}
