package io.github.connectapi.samples.agency;

import java.io.Serial;
import java.util.List;

import org.springframework.security.core.userdetails.User;

/**
 * A person who has logged in. The name of the {@link java.security.Principal} is the id,
 * which stays the same, and not the email address.
 */
final class Person extends User {

	@Serial
	private static final long serialVersionUID = 1L;

	/** The email address. */
	private final String email;

	Person(String id, String email, String password) {
		super(id, password, List.of());
		this.email = email;
	}

	String email() {
		return this.email;
	}

}
