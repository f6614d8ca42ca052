package io.github.connectapi.jdbc.autoconfigure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.sql.init.DatabaseInitializationMode;

/**
 * Properties {@code getty.connect.session.shared.jdbc.*}.
 */
@ConfigurationProperties("getty.connect.session.shared.jdbc")
final class JdbcSessionStoreProperties {

	/**
	 * When to create the table of the shared session at the start.
	 */
	private DatabaseInitializationMode initializeSchema = DatabaseInitializationMode.NEVER;

	public DatabaseInitializationMode getInitializeSchema() {
		return this.initializeSchema;
	}

	public void setInitializeSchema(DatabaseInitializationMode initializeSchema) {
		this.initializeSchema = initializeSchema;
	}

}
