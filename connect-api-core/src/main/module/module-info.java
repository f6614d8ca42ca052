/**
 * A client of the Connect API, and a manager that keeps a session alive.
 */
module io.github.connectapi.core {

	requires org.apache.commons.logging;
	requires org.apache.httpcomponents.core5.httpcore5;
	requires spring.retry;
	requires transitive tools.jackson.databind;
	requires transitive micrometer.commons;
	requires transitive micrometer.observation;
	requires transitive spring.core;
	requires transitive spring.web;
	requires static micrometer.core;
	requires static transitive org.jspecify;
	requires static org.slf4j;

	exports io.github.connectapi;
	exports io.github.connectapi.account;
	exports io.github.connectapi.call;
	exports io.github.connectapi.client;
	exports io.github.connectapi.download;
	exports io.github.connectapi.image;
	exports io.github.connectapi.license;
	exports io.github.connectapi.metrics;
	exports io.github.connectapi.observation;
	exports io.github.connectapi.operation;
	exports io.github.connectapi.purchase;
	exports io.github.connectapi.rest;
	exports io.github.connectapi.retry;
	exports io.github.connectapi.search;
	exports io.github.connectapi.session;
	exports io.github.connectapi.store;
	exports io.github.connectapi.transport;
	exports io.github.connectapi.usage;
	exports io.github.connectapi.user;

}
