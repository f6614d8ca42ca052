/**
 * A store of a shared session in a relational database.
 */
module io.github.connectapi.jdbc {

	requires spring.jdbc;
	requires spring.tx;
	requires transitive io.github.connectapi.core;
	requires transitive java.sql;
	requires static transitive org.jspecify;

	exports io.github.connectapi.jdbc;

	// The scripts that create the table.
	opens io.github.connectapi.jdbc;

}
