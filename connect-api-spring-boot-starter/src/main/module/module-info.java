/**
 * The auto-configuration of a Connect API session.
 */
open module io.github.connectapi.spring.boot {

	requires org.apache.commons.logging;
	requires spring.aop;
	requires spring.beans;
	requires spring.boot;
	requires spring.boot.autoconfigure;
	requires spring.context;
	requires spring.core;
	requires transitive io.github.connectapi.core;
	requires static transitive org.jspecify;

	// Used by Spring Boot, which has no module descriptor that requires them.
	requires org.slf4j;
	requires org.yaml.snakeyaml;

	requires static micrometer.core;
	requires static spring.boot.actuator;
	requires static spring.boot.actuator.autoconfigure;
	requires static spring.boot.health;

	exports io.github.connectapi.autoconfigure;
	exports io.github.connectapi.autoconfigure.endpoint;
	exports io.github.connectapi.autoconfigure.health;
	exports io.github.connectapi.autoconfigure.observation;
	exports io.github.connectapi.autoconfigure.rest;
	exports io.github.connectapi.autoconfigure.startup;
	exports io.github.connectapi.autoconfigure.user;

}
