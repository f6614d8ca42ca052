/**
 * A fake Connect API, manual time and assertions for tests.
 */
module io.github.connectapi.test {

	requires jdk.httpserver;
	requires org.bouncycastle.pkix;
	requires org.bouncycastle.provider;
	requires transitive org.assertj.core;
	requires static transitive org.jspecify;
	requires static java.desktop;
	requires static org.junit.jupiter.api;
	requires tools.jackson.databind;

	requires static spring.beans;
	requires static spring.context;
	requires static spring.core;
	requires static spring.test;

	exports io.github.connectapi.test;
	exports io.github.connectapi.test.assertj;
	exports io.github.connectapi.test.cli;
	exports io.github.connectapi.test.junit;
	exports io.github.connectapi.test.spring;
	exports io.github.connectapi.test.time;

	// The context customizer and the listener are created by reflection.
	opens io.github.connectapi.test.spring to spring.core;

}
