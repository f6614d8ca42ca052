package io.github.connectapi.samples.agency;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

import io.github.connectapi.ConnectCredentials;

/**
 * The Getty Images accounts of the people, in a database. The passwords are encrypted.
 */
@Component
class GettyAccounts {

	private final JdbcClient jdbc;

	private final BytesEncryptor encryptor;

	private final String systemId;

	private final String systemPassword;

	GettyAccounts(JdbcClient jdbc, BytesEncryptor encryptor, @Value("${getty.connect.system-id}") String systemId,
			@Value("${getty.connect.system-password}") String systemPassword) {
		this.jdbc = jdbc;
		this.encryptor = encryptor;
		this.systemId = systemId;
		this.systemPassword = systemPassword;
	}

	void save(String personId, String userName, String password) {
		this.jdbc.sql("update person set getty_user_name = ?, getty_password = ? where id = ?")
			.params(userName, this.encryptor.encrypt(password.getBytes(StandardCharsets.UTF_8)), personId)
			.update();
	}

	/** Return the user name; empty if the person has not entered an account. */
	Optional<String> userName(String personId) {
		return this.jdbc.sql("select getty_user_name from person where id = ? and getty_user_name is not null")
			.param(personId)
			.query(String.class)
			.optional();
	}

	/** Return the credentials; empty if the person has not entered an account. */
	Optional<ConnectCredentials> credentialsOf(String personId) {
		return this.jdbc
			.sql("select getty_user_name, getty_password from person where id = ? and getty_user_name is not null")
			.param(personId)
			.query((row, number) -> ConnectCredentials.of(this.systemId, this.systemPassword,
					row.getString("getty_user_name"), decrypt(row.getBytes("getty_password"))))
			.optional();
	}

	private String decrypt(byte[] password) {
		return new String(this.encryptor.decrypt(password), StandardCharsets.UTF_8);
	}

}
