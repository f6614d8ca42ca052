/**
 * A store of a shared session in Redis.
 */
module io.github.connectapi.redis {

	requires spring.core;
	requires spring.tx;
	requires transitive io.github.connectapi.core;
	requires transitive spring.data.redis;
	requires static transitive org.jspecify;

	requires static io.github.connectapi.spring.boot;
	requires static spring.beans;
	requires static spring.boot.autoconfigure;
	requires static spring.context;

	exports io.github.connectapi.redis;
	exports io.github.connectapi.redis.autoconfigure;

	opens io.github.connectapi.redis;
	opens io.github.connectapi.redis.autoconfigure;

}
