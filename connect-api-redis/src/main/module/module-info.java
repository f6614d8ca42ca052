/**
 * A store of a shared session in Redis.
 */
module io.github.connectapi.redis {

	requires spring.core;
	requires spring.tx;
	requires transitive io.github.connectapi.core;
	requires transitive spring.data.redis;
	requires static transitive org.jspecify;

	exports io.github.connectapi.redis;

}
