/**
 * A store of a shared session in a relational database.
 */
module io.github.connectapi.jdbc {

	requires spring.core;
	requires spring.jdbc;
	requires spring.tx;
	requires transitive io.github.connectapi.core;
	requires transitive java.sql;
	requires static transitive org.jspecify;

	requires static io.github.connectapi.spring.boot;
	requires static spring.beans;
	requires static spring.boot;
	requires static spring.boot.autoconfigure;
	requires static spring.boot.jdbc;
	requires static spring.boot.sql;
	requires static spring.context;

	exports io.github.connectapi.jdbc;
	exports io.github.connectapi.jdbc.autoconfigure;

	// The scripts that create the table.
	opens io.github.connectapi.jdbc;
	opens io.github.connectapi.jdbc.autoconfigure;

}
